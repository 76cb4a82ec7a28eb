import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { KeptFailure } from '../failure.ts'
import { isLocation } from './remembered.ts'

const key = 'foyer.round'

/** One organization of a round, and with which account it is left. */
export interface RoundItem {
  readonly organization: OrganizationLocation
  readonly accountId: string
  /** The address of its receipt, once leaving it was accepted. */
  readonly receipt?: string
  /** Whether it was found to be left, and the answer was lost. */
  readonly isGone?: boolean
  /** Why the last attempt was not accepted. */
  readonly failure?: KeptFailure
}

/**
 * The round of this tab: organizations that are left one after the other. Kept from the choice until
 * the person has read how it went, because each is left after a sign-in of its own.
 */
export interface Round {
  list(): RoundItem[]
  /** Begins one, in place of the last. */
  begin(items: readonly Pick<RoundItem, 'organization' | 'accountId'>[]): void
  /** What has become of one of its organizations. */
  note(item: RoundItem): void
  forget(): void
}

export function createRound(storage: Storage): Round {
  const write = (items: readonly RoundItem[]) => storage.setItem(key, JSON.stringify(items))
  return {
    list: () => read(storage),
    begin: (items) =>
      write(items.map(({ organization, accountId }) => ({ organization, accountId }))),
    note: (item) => write(read(storage).map((one) => (isOfTheSame(one, item) ? item : one))),
    forget: () => storage.removeItem(key),
  }
}

function isOfTheSame(one: RoundItem, other: RoundItem): boolean {
  return (
    one.organization.organizationId === other.organization.organizationId &&
    one.accountId === other.accountId
  )
}

// Only this page writes here; what cannot be read is as good as nothing.
function read(storage: Storage): RoundItem[] {
  try {
    const value = JSON.parse(storage.getItem(key) ?? '[]') as unknown
    return Array.isArray(value) && value.every(isItem) ? value : []
  } catch {
    return []
  }
}

function isItem(value: unknown): value is RoundItem {
  const { organization, accountId } = value as Partial<Record<keyof RoundItem, unknown>>
  return isLocation(organization) && typeof accountId === 'string'
}
