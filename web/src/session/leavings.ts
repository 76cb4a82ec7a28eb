const key = 'foyer.leavings'

/** A leaving that was accepted in this tab. How it goes stands at one address, and nowhere else. */
export interface Leaving {
  readonly organizationId: string
  /** The account that leaves. */
  readonly accountId: string
  /** Absent where it is the organization that is left. */
  readonly groupId?: string
  /** The address of its receipt on this site. */
  readonly receipt: string
  /** Whom to ask about coming back. */
  readonly contacts: readonly Contact[]
  /** Whether the organization was seen to be left. */
  readonly isDone: boolean
}

export interface Contact {
  readonly name: string
  readonly mail: string
}

/** Leavings of this tab, the last one first. Another tab is told nothing of their addresses. */
export interface Leavings {
  list(): Leaving[]
  /** That of the organization, with this account. */
  findDeparture(organizationId: string, accountId: string): Leaving | undefined
  /** Those of groups there, with this account. */
  listOfGroups(organizationId: string, accountId: string): Leaving[]
  /** Keeps it in place of another one of the same. */
  keep(leaving: Leaving): void
  forget(receipt: string): void
}

export function createLeavings(storage: Storage): Leavings {
  const write = (leavings: readonly Leaving[]) => storage.setItem(key, JSON.stringify(leavings))
  const listOf = (organizationId: string, accountId: string) =>
    read(storage).filter(
      (one) => one.organizationId === organizationId && one.accountId === accountId,
    )
  return {
    list: () => read(storage),
    findDeparture: (organizationId, accountId) =>
      listOf(organizationId, accountId).find(({ groupId }) => groupId === undefined),
    listOfGroups: (organizationId, accountId) =>
      listOf(organizationId, accountId).filter(({ groupId }) => groupId !== undefined),
    keep: (leaving) =>
      write([leaving, ...read(storage).filter((one) => !isOfTheSame(one, leaving))]),
    forget: (receipt) => write(read(storage).filter((one) => one.receipt !== receipt)),
  }
}

function isOfTheSame(one: Leaving, other: Leaving): boolean {
  return (
    one.organizationId === other.organizationId &&
    one.accountId === other.accountId &&
    one.groupId === other.groupId
  )
}

// Only this page writes here; what cannot be read is as good as nothing.
function read(storage: Storage): Leaving[] {
  try {
    const value = JSON.parse(storage.getItem(key) ?? '[]') as unknown
    return Array.isArray(value) ? (value as Leaving[]) : []
  } catch {
    return []
  }
}
