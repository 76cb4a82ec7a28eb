const intentKey = 'foyer.departure.'
const receiptsKey = 'foyer.left'

/** Who leaves, as their receipt names them. */
export interface Leaver {
  /** Their id in the organization. */
  readonly personId: string
  readonly name: string
  readonly mail?: string | undefined
  /** Whom to ask about coming back. */
  readonly contacts: readonly { readonly name: string; readonly mail: string }[]
}

/** What ended, and until when it can be undone. */
export interface Ended {
  /** Absent where only the effect of a departure was seen. */
  readonly leftAt?: string
  readonly restorableUntil: string
  readonly erasedBy: string
  readonly groupCount: number
  /** Absent where the organization does not let guests see them. */
  readonly groupNames?: readonly string[] | undefined
}

/** What somebody who wants to leave has said so far; a sign-in lies between that and the act. */
export interface DepartureIntent {
  /** Who began; whoever comes back from the sign-in may be another. */
  readonly leaver: Leaver
  readonly confirmation: string
  /** What the API wants to see a newer sign-in than. */
  readonly challenge?: string | undefined
  /** What the preview said would end, for whoever never sees the answer to the act. */
  readonly expected: Ended
  /** Whether the act was sent and its answer was lost: it may have been done. */
  readonly isUncertain?: boolean
}

/** What a departure ended, and for whom. */
export interface DepartureReceipt {
  readonly organizationId: string
  readonly organization: string
  readonly accountId: string
  readonly leaver: Leaver
  readonly ended: Ended
}

/** Departures of this tab, by organization: what was begun, and what was done. */
export interface Departures {
  findIntent(organizationId: string): DepartureIntent | undefined
  keepIntent(organizationId: string, intent: DepartureIntent): void
  forgetIntent(organizationId: string): void
  listReceipts(): DepartureReceipt[]
  findReceipt(organizationId: string): DepartureReceipt | undefined
  keepReceipt(receipt: DepartureReceipt): void
  forgetReceipt(organizationId: string): void
}

export function createDepartures(storage: Storage): Departures {
  const others = (organizationId: string) =>
    readReceipts(storage).filter((receipt) => receipt.organizationId !== organizationId)
  const write = (receipts: readonly DepartureReceipt[]) =>
    storage.setItem(receiptsKey, JSON.stringify(receipts))
  return {
    findIntent: (organizationId) =>
      read(storage, intentKey + organizationId) as DepartureIntent | undefined,
    keepIntent: (organizationId, intent) =>
      storage.setItem(intentKey + organizationId, JSON.stringify(intent)),
    forgetIntent: (organizationId) => storage.removeItem(intentKey + organizationId),
    listReceipts: () => readReceipts(storage),
    findReceipt: (organizationId) =>
      readReceipts(storage).find((receipt) => receipt.organizationId === organizationId),
    keepReceipt: (receipt) => write([receipt, ...others(receipt.organizationId)]),
    forgetReceipt: (organizationId) => write(others(organizationId)),
  }
}

function readReceipts(storage: Storage): DepartureReceipt[] {
  const value = read(storage, receiptsKey)
  return Array.isArray(value) ? (value as DepartureReceipt[]) : []
}

// Only this page writes here; what cannot be read is as good as nothing.
function read(storage: Storage, key: string): object | undefined {
  try {
    const value = JSON.parse(storage.getItem(key) ?? 'null') as unknown
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
