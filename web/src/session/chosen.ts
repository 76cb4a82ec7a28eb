const key = 'foyer.chosen-account.'

/** With which account an organization is visited, where several may be. */
export interface Chosen {
  find(organizationId: string): string | undefined
  set(organizationId: string, accountId: string): void
}

export function createChosen(storage: Storage): Chosen {
  return {
    find: (organizationId) => storage.getItem(key + organizationId) ?? undefined,
    set: (organizationId, accountId) => storage.setItem(key + organizationId, accountId),
  }
}
