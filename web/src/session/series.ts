import type { KeptFailure } from '../failure.ts'

const key = 'foyer.series.'

/** One group of a series. It was sent once it has a receipt, or a failure in its place. */
export interface SeriesItem {
  readonly groupId: string
  readonly name: string
  /** The address of its receipt. */
  readonly receipt?: string
  /** Whether the person was found to be in the group no more, so that there was nothing to accept. */
  readonly isGone?: boolean
  /** Why it was not accepted, as far as that is known. */
  readonly failure?: KeptFailure
}

/** Of whom it is: one account at one organization. */
interface SeriesOwner {
  readonly organizationId: string
  readonly accountId: string
}

/**
 * Series of this tab. One is kept whole from before the first group is sent until the person has
 * read how it went, so that a reload in the middle leaves none out.
 */
export interface SeriesStore {
  list(owner: SeriesOwner): SeriesItem[]
  /** Begins one, in place of the last, or takes up again what of it did not go. */
  begin(owner: SeriesOwner, groups: readonly Pick<SeriesItem, 'groupId' | 'name'>[]): void
  /** What has become of one of its groups. */
  note(owner: SeriesOwner, item: SeriesItem): void
  /** One that is asked for otherwise is no longer of the series. */
  drop(owner: SeriesOwner, groupId: string): void
  forget(owner: SeriesOwner): void
}

export function createSeries(storage: Storage): SeriesStore {
  const write = (owner: SeriesOwner, items: readonly SeriesItem[]) => {
    if (items.length === 0) storage.removeItem(keyOf(owner))
    else storage.setItem(keyOf(owner), JSON.stringify(items))
  }
  return {
    list: (owner) => read(storage, owner),
    begin(owner, groups) {
      const before = read(storage, owner)
      const isAgain = groups.every(({ groupId }) => before.some((one) => one.groupId === groupId))
      const unsent = groups.map(({ groupId, name }) => ({ groupId, name }))
      const again = (item: SeriesItem) =>
        unsent.find(({ groupId }) => groupId === item.groupId) ?? item
      write(owner, isAgain ? before.map(again) : unsent)
    },
    note: (owner, item) =>
      write(
        owner,
        read(storage, owner).map((one) => (one.groupId === item.groupId ? item : one)),
      ),
    drop: (owner, groupId) =>
      write(
        owner,
        read(storage, owner).filter((one) => one.groupId !== groupId),
      ),
    forget: (owner) => write(owner, []),
  }
}

function keyOf({ organizationId, accountId }: SeriesOwner): string {
  return `${key}${organizationId}.${accountId}`
}

// Only this page writes here; what cannot be read is as good as nothing.
function read(storage: Storage, owner: SeriesOwner): SeriesItem[] {
  try {
    const value = JSON.parse(storage.getItem(keyOf(owner)) ?? '[]') as unknown
    return Array.isArray(value) ? (value as SeriesItem[]) : []
  } catch {
    return []
  }
}
