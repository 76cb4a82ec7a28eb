// Removes people and does nothing else, in a process of its own.

export interface RemovalsSetting {
  readonly atOnce: number
  readonly requests: readonly { readonly url: string; readonly token: string }[]
}

process.once('message', (setting) => void answer(setting as RemovalsSetting))

async function answer(setting: RemovalsSetting): Promise<void> {
  process.send?.(await removeAll(setting))
  process.disconnect?.()
}

async function removeAll({ atOnce, requests }: RemovalsSetting): Promise<number> {
  const waiting = [...requests]
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const headers = { authorization: `Bearer ${next.token}` }
        const { status } = await fetch(next.url, { method: 'DELETE', headers })
        if (status !== 204) throw new Error(`a removal was answered ${status}`)
      }
    }),
  )
  return (performance.now() - startedAt) / 1000
}
