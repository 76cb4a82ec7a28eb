import { DirectoryError } from '../directory-error.ts'
import { everyQuestion } from './every-question.ts'
import { createInquiry, type Inquiry } from './inquiry.ts'
import type { Notices } from './listener.ts'
import type { ProbeProgress, Reading } from './progress.ts'
import { NotFoundOut, type Question, Waiting } from './question.ts'
import type { ProbeSetting } from './setting.ts'
import { type Arrival, createSignIns, type Visit } from './sign-ins.ts'
import { organizationOf } from './test-guests.ts'

/** What the probe cannot do by itself. */
export interface ProbePorts {
  readonly now: () => Date
  /** Has a person open an address, and tells where it led. */
  readonly visit: (visit: Visit) => Promise<Arrival>
  /** Whether the operator agrees to a change. */
  readonly agree: (changes: string) => Promise<boolean>
  /** Lets time pass until then; false where whoever asked has to come back. */
  readonly pass: (until: Date) => Promise<boolean>
  readonly save: (progress: ProbeProgress) => Promise<void>
  readonly tell: (line: string) => void
  readonly notices: Notices | undefined
}

export interface Finding {
  readonly id: string
  readonly variant: string
  /** Undefined while it waits for {@link waitsUntil}. */
  readonly reading: Reading | undefined
  readonly waitsUntil: string | undefined
  readonly leftBehind: string | undefined
}

export interface ProbeOptions {
  readonly progress: ProbeProgress
  /** Asks nothing else than these. */
  readonly only?: readonly string[]
  /** Asks nothing any more, and takes back what unfinished questions have changed. */
  readonly isGivenUp?: boolean
}

const hourMs = 3_600_000

/**
 * Asks an organization what no document states.
 *
 * ```
 * open ─ask─► answered | waiting ─pass─► open        one after the other, what waits is asked again
 * answered ─clean up─► found | not found out
 * ```
 *
 * Exclusive questions come once nobody else is due within the hour, each to its end.
 *
 * @throws {DirectoryError} where a directory cannot be reached: what was kept goes on from there.
 */
export async function probe(
  setting: ProbeSetting,
  ports: ProbePorts,
  { progress, only, isGivenUp = false }: ProbeOptions,
): Promise<Finding[]> {
  const questions = everyQuestion.filter(({ variant }) => only?.includes(variant) ?? true)
  const due = new Map<Question, Date>()
  const save = async () => ports.save(progress)
  const signIns = createSignIns(setting, {
    now: ports.now,
    visit: ports.visit,
    kept: progress.signIns,
    save,
    organizationOf: (guest) => organizationOf(setting, guest),
  })

  const progressOf = ({ variant }: Question) => (progress.questions[variant] ??= { steps: {} })
  const isOpen = (question: Question) => progressOf(question).reading === undefined
  const hasBegun = (question: Question) => Object.keys(progressOf(question).steps).length > 0

  function inquiryOf(question: Question): Inquiry {
    const { steps } = progressOf(question)
    const { notices, now } = ports
    return createInquiry({ setting, signIns, notices, now, steps, save })
  }

  async function run(question: Question): Promise<void> {
    const inquiry = inquiryOf(question)
    try {
      if (question.changes) await requireAgreement(question.changes, inquiry, ports)
      await end(question, { found: await question.ask(inquiry) })
    } catch (error) {
      if (error instanceof Waiting) due.set(question, error.until)
      else await end(question, { notFoundOut: reasonOf(error) })
    }
  }

  async function end(question: Question, reading: Reading): Promise<void> {
    const own = progressOf(question)
    due.delete(question)
    try {
      await question.cleanUp?.(inquiryOf(question))
      own.steps = {}
      delete own.leftBehind
    } catch (error) {
      own.leftBehind = reasonOf(error)
    }
    own.reading = reading
    ports.tell(inWords(question, reading, own.leftBehind))
    await save()
  }

  async function runExclusive(question: Question): Promise<boolean> {
    for (;;) {
      await run(question)
      const until = due.get(question)
      if (!until) return true
      if (!(await ports.pass(until))) return false
    }
  }

  /** @returns false where whoever asked has to come back. */
  async function runAll(): Promise<boolean> {
    const exclusive = questions.filter(({ isExclusive }) => isExclusive)
    const begun = exclusive.filter((question) => isOpen(question) && hasBegun(question))
    for (const question of begun) if (!(await runExclusive(question))) return false
    for (;;) {
      for (const question of questions) {
        const isDue = (due.get(question) ?? ports.now()) <= ports.now()
        if (!question.isExclusive && isOpen(question) && isDue) await run(question)
      }
      const next = [...due.values()].toSorted((one, other) => one.getTime() - other.getTime())[0]
      const isSoon = next && next.getTime() - ports.now().getTime() <= hourMs
      const other = isSoon ? undefined : exclusive.find(isOpen)
      if (other) {
        if (!(await runExclusive(other))) return false
      } else if (!next) return true
      else if (!(await ports.pass(next))) return false
    }
  }

  for (const question of questions) {
    const own = progressOf(question)
    if (own.leftBehind !== undefined && own.reading) await end(question, own.reading)
    else if (isGivenUp && isOpen(question)) await end(question, { notFoundOut: 'it was given up' })
  }
  const isOver = isGivenUp || (await runAll())
  if (isOver && everyQuestion.every((question) => !isOpen(question))) progress.signIns = {}
  await save()
  return questions.map((question) => {
    const { reading, leftBehind } = progressOf(question)
    const waitsUntil = due.get(question)?.toISOString()
    return { id: question.id, variant: question.variant, reading, waitsUntil, leftBehind }
  })
}

/** Asked once, whatever the answer. @throws {NotFoundOut} */
async function requireAgreement(
  changes: string,
  { step }: Inquiry,
  { agree }: ProbePorts,
): Promise<void> {
  if (await step('agreement', async () => agree(changes))) return
  throw new NotFoundOut(`nobody agreed that it ${changes}`)
}

/** @throws what is no answer: a fault, or a directory that cannot be reached now. */
function reasonOf(error: unknown): string {
  const isRefusal = error instanceof DirectoryError && error.code === 'directory-refused'
  if (error instanceof NotFoundOut || isRefusal) return error.message
  throw error
}

function inWords({ id, variant }: Question, reading: Reading, leftBehind: string | undefined) {
  const said = 'found' in reading ? reading.found : `not found out: ${reading.notFoundOut}`
  const left = leftBehind === undefined ? '' : ` (could not be taken back: ${leftBehind})`
  return `${id} ${variant}: ${said}${left}`
}
