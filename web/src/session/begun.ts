const key = 'foyer.begun.'

/** What somebody wrote before they had to sign in anew, and the challenge that it was for. */
export interface Begun {
  /** By the names of the fields. */
  readonly words: Readonly<Record<string, string>>
  readonly challenge: string
}

/** What was begun at an address and waits for a sign-in from just now, in this tab. */
export interface BegunActs {
  find(address: string): Begun | undefined
  keep(address: string, begun: Begun): void
  forget(address: string): void
}

export function createBegun(storage: Storage): BegunActs {
  return {
    find: (address) => read(storage, address),
    keep: (address, begun) => storage.setItem(key + address, JSON.stringify(begun)),
    forget: (address) => storage.removeItem(key + address),
  }
}

// Only this page writes here; what cannot be read is as good as nothing.
function read(storage: Storage, address: string): Begun | undefined {
  try {
    const value = JSON.parse(storage.getItem(key + address) ?? 'null') as Begun | null
    return value && typeof value.challenge === 'string' ? value : undefined
  } catch {
    return undefined
  }
}
