import type { Inquiry } from './inquiry.ts'

/**
 * One thing that no document of Microsoft's states, and how an organization is asked about it. The
 * number and the name are those of docs/unknowns.md.
 */
export interface Question {
  readonly id: string
  /** The variant, or one part of it: `authTime.work`. */
  readonly variant: string
  /** What has to be there, in words for the operator. */
  readonly needs: readonly string[]
  /** What it changes, for which the operator is asked. */
  readonly changes?: string
  /** While it is under way nobody else is asked anything: it touches what others look at. */
  readonly isExclusive?: boolean
  /**
   * @returns the name of the possibility that holds.
   * @throws {NotFoundOut} with the reason.
   * @throws {Waiting} until when; it is asked again from its last step.
   */
  readonly ask: (inquiry: Inquiry) => Promise<string>
  /** Takes back what it changed, as far as it came; called once after the answer. */
  readonly cleanUp?: (inquiry: Inquiry) => Promise<void>
}

/** The question has no answer here, for a reason that the operator can read. */
export class NotFoundOut extends Error {
  override readonly name = 'NotFoundOut'
}

/** Nothing can be told before then. */
export class Waiting extends Error {
  override readonly name = 'Waiting'
  readonly until: Date

  constructor(until: Date) {
    super(`waits until ${until.toISOString()}`)
    this.until = until
  }
}
