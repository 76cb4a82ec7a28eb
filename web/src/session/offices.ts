const key = 'foyer.office.'

/** What somebody of the organization itself is there; a guest has none. */
export type Office = 'member' | 'operator'

/**
 * What whoever is signed in is at organizations of which this tab has seen it. It says which places
 * are offered, and nothing about what anybody may: that is asked each time.
 */
export interface Offices {
  find(organizationId: string, accountId: string): Office | undefined
  keep(organizationId: string, accountId: string, office: Office): void
  /** @returns how the listener is told no more. */
  readonly subscribe: (listener: () => void) => () => void
}

export function createOffices(storage: Storage): Offices {
  const listeners = new Set<() => void>()
  const keyOf = (organizationId: string, accountId: string) =>
    `${key}${organizationId} ${accountId}`
  return {
    find(organizationId, accountId) {
      const value = storage.getItem(keyOf(organizationId, accountId))
      return value === 'member' || value === 'operator' ? value : undefined
    },
    keep(organizationId, accountId, office) {
      storage.setItem(keyOf(organizationId, accountId), office)
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
