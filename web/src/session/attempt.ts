import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { ownPath } from '../paths.ts'
import { isLocation } from './remembered.ts'

const key = 'foyer.attempt'
const worthAskingForMs = 60 * 60_000

/**
 * A sign-in that was begun. Microsoft's error pages do not lead back, so a person who is here
 * again while it stands has probably been stopped.
 */
export interface Attempt {
  readonly organization: OrganizationLocation
  readonly returnTo: string
  /** Microsoft's code, where it did send one back. */
  readonly foreignCode?: string
}

/** Kept for each tab: what goes on in another is no sign of having been stopped in this one. */
export interface Attempts {
  find(): Attempt | undefined
  note(attempt: Attempt): void
  clear(): void
}

export function createAttempts(storage: Storage, now: () => number = Date.now): Attempts {
  return {
    find: () => read(storage, now()),
    note: (attempt) => storage.setItem(key, JSON.stringify({ ...attempt, at: now() })),
    clear: () => storage.removeItem(key),
  }
}

function read(storage: Storage, now: number): Attempt | undefined {
  try {
    const { at, organization, returnTo, foreignCode } = JSON.parse(
      storage.getItem(key) ?? '{}',
    ) as Record<string, unknown>
    const isFresh = typeof at === 'number' && now - at < worthAskingForMs
    if (!isFresh || !isLocation(organization)) return undefined
    return {
      organization,
      returnTo: ownPath(returnTo),
      ...(typeof foreignCode === 'string' ? { foreignCode } : {}),
    }
  } catch {
    return undefined
  }
}
