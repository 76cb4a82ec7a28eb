/** A storage of the browser that lives no longer than the test. */
export function inMemory(items: Readonly<Record<string, string>> = {}): Storage {
  const values = new Map(Object.entries(items))
  return {
    get length() {
      return values.size
    },
    getItem: (name: string) => values.get(name) ?? null,
    setItem: (name: string, value: string) => void values.set(name, value),
    removeItem: (name: string) => void values.delete(name),
  } as Storage
}
