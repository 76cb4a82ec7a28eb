/** One thing that was looked at: as it is to be, worth knowing, or wrong. */
export interface Finding {
  readonly level: 'ok' | 'note' | 'wrong'
  /** What was looked at, as `store` or `contoso reader`. */
  readonly about: string
  readonly said: string
  /** What to do, where something is wrong. */
  readonly fix?: string
}

const words = { ok: 'ok   ', note: 'note ', wrong: 'WRONG' } as const

export function lineOf({ level, about, said, fix }: Finding): string {
  return `${words[level]} ${about}: ${said}${fix ? ` – ${fix}` : ''}`
}
