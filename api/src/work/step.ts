import type { OrganizationId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'

/**
 * A step is work that is never lost: one act in somebody else's system, that takes effect once.
 *
 *   waiting ──claimed──► leased ──finished──► done
 *      ▲                   │ ├──put off, or its lease ran out──► waiting
 *      │                   │ └──given up──► dead
 *      └──────retried by an operator─────────┘
 *
 * A step is claimed under a lease of seconds by the database's time. Whatever it writes is fenced by
 * that lease, so that a worker which was only slow changes nothing any more. What it is about to do
 * outside is durable before, and its outcome is written together with the step's end.
 */
export interface Step {
  readonly stepId: string
  readonly organizationId: OrganizationId
  readonly kind: string
  /** The row that it works on. */
  readonly subjectId: string
  /** How often it was claimed, this time included. */
  readonly attempts: number
  /** By the database's time. */
  readonly ageMs: number
}

/** Smaller goes first: somebody waits for it, somebody is told by it, or nobody waits. */
export const urgency = { awaited: 0, told: 1, patient: 2 } as const
export type Urgency = (typeof urgency)[keyof typeof urgency]

/** A step that this worker holds. */
export interface HeldStep extends Step {
  /**
   * Writes under the lease and prolongs it: what the step is about to do, or what it has learned.
   *
   * @throws {LeaseLost} where another worker has it, or all work is halted.
   */
  note<T>(work: (transaction: Transaction<Tables>) => Promise<T>): Promise<T>
  /**
   * Writes the outcome and ends the step, in one transaction.
   *
   * @throws {LeaseLost} where another worker has it.
   */
  finish(work: (transaction: Transaction<Tables>) => Promise<void>): Promise<void>
  /** Aborts when the worker ends. */
  readonly ending: AbortSignal
}

/** One kind of work. */
export interface StepKind {
  readonly kind: string
  /**
   * Ends with `step.finish`. What it throws puts the step off: trouble of others for up to a day,
   * faults of ours a few times.
   *
   * @throws {PutOff} to be asked again later, with a reason that people can read.
   * @throws {GivenUp} where asking again would change nothing.
   */
  readonly run: (step: HeldStep) => Promise<void>
  /** What else is true once the step is dead, in the transaction that says so. */
  readonly giveUp: (transaction: Transaction<Tables>, step: Step, because: string) => Promise<void>
}

/** Why a step is put off that waits for a time by the Clock. */
export const waitsForItsTime = 'waits-for-its-time'

/** Another worker has the step, or all work is halted: whatever was meant to be written was not. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}

/** The step is to be asked again, and not because anything failed that nobody expected. */
export class PutOff extends Error {
  override readonly name = 'PutOff'
  readonly because: string
  /** At least so long; undefined where the usual growing pause serves. */
  readonly waitMs: number | undefined
  /** Whether it waits for as long as it takes: what is missing is known, and is no trouble. */
  readonly isEndless: boolean

  constructor(
    because: string,
    {
      waitMs,
      isEndless = false,
      cause,
    }: {
      readonly waitMs?: number | undefined
      readonly isEndless?: boolean
      readonly cause?: unknown
    } = {},
  ) {
    super(because, { cause })
    this.because = because
    this.waitMs = waitMs
    this.isEndless = isEndless
  }
}

/** The step ends undone, for a reason that people can read, until an operator has it tried again. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp'
  readonly because: string

  constructor(because: string, { cause }: { readonly cause?: unknown } = {}) {
    super(because, { cause })
    this.because = because
  }
}
