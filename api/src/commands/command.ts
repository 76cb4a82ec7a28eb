/** What a command is given. */
export interface CommandCall {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly operands: readonly string[]
  readonly options: Readonly<Record<string, string | undefined>>
  readonly flags: ReadonlySet<string>
  /** Tells whoever waits how far long work has come. */
  readonly progress: (line: string) => void
}

/** What a command did: words for people, and the same as data for `--json`. */
export interface CommandOutcome {
  readonly said: string
  readonly data: Readonly<Record<string, unknown>>
  /** It was done, and what it found is wrong. */
  readonly isBad?: boolean
}

/** One thing that the program does, under its name on the command line. */
export interface Command {
  /** One word, or two where several commands are about the same. */
  readonly name: string
  readonly summary: string
  /** The names of its operands; one in brackets, at the end, may be left out. */
  readonly operands: readonly string[]
  /** Options with a value, by name, and what the value is. */
  readonly options: Readonly<Record<string, string>>
  /** Options that are there or not. */
  readonly flags?: readonly string[]
  readonly run: (call: CommandCall) => Promise<CommandOutcome>
}

/** The command line was not understood, in one sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
