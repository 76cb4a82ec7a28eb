import type { OrganizationId } from '@foyer/contracts/ids'
import type { Step } from './step.ts'

/** Kinds of work of an organization that wait because it has asked for that. Of this process only. */
export interface Pauses {
  pause(step: Pick<Step, 'organizationId' | 'kind'>, waitMs: number): void
  kindsOf(organizationId: OrganizationId): string[]
}

export function createPauses(): Pauses {
  const ends = new Map<OrganizationId, Map<string, number>>()
  return {
    pause({ organizationId, kind }, waitMs) {
      const kinds = ends.get(organizationId) ?? new Map<string, number>()
      ends.set(organizationId, kinds)
      kinds.set(kind, Math.max(kinds.get(kind) ?? 0, performance.now() + waitMs))
    },
    kindsOf(organizationId) {
      const now = performance.now()
      return [...(ends.get(organizationId) ?? [])].flatMap(([kind, endsAt]) =>
        endsAt > now ? [kind] : [],
      )
    },
  }
}
