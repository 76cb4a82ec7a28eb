import { createGraphDoor, type GraphDoor } from './graph-door.ts'
import type { Notices } from './listener.ts'
import { NotFoundOut, Waiting } from './question.ts'
import type { ProbedOrganization, ProbeSetting, Power } from './setting.ts'
import type { SignIns } from './sign-ins.ts'

/**
 * What a question asks with. Its steps are kept: in a later run each of them gives what it gave,
 * and the question goes on after the last.
 */
export interface Inquiry {
  readonly setting: ProbeSetting
  readonly signIns: SignIns
  /** What Graph tells subscribers; undefined where nothing of it can arrive. */
  readonly notices: Notices | undefined
  readonly now: () => Date
  /** Does this once, whatever happens in between. What it gives is kept as JSON. */
  readonly step: <T>(name: string, work: () => Promise<T>) => Promise<T>
  /** What a step gave, if it was done. */
  readonly recorded: (name: string) => unknown
  /** @throws {Waiting} until so long after this was first said. */
  readonly wait: (name: string, ms: number) => Promise<void>
  /** @throws {NotFoundOut} where the operator does not lend the power. */
  readonly graph: (organization: ProbedOrganization, power: Power) => GraphDoor
}

export interface InquiryPorts {
  readonly setting: ProbeSetting
  readonly signIns: SignIns
  readonly notices: Notices | undefined
  readonly now: () => Date
  readonly steps: Record<string, unknown>
  readonly save: () => Promise<void>
}

export function createInquiry(ports: InquiryPorts): Inquiry {
  const { setting, signIns, notices, now, steps, save } = ports
  const step: Inquiry['step'] = async <T>(name: string, work: () => Promise<T>) => {
    if (!(name in steps)) {
      steps[name] = (await work()) ?? null
      await save()
    }
    return steps[name] as T
  }
  return {
    setting,
    signIns,
    notices,
    now,
    step,
    recorded: (name) => steps[name] ?? undefined,
    async wait(name, ms) {
      const since = await step(`${name}, since`, async () => now().toISOString())
      const until = new Date(Date.parse(since) + ms)
      if (now() < until) throw new Waiting(until)
    },
    graph({ slug, powers }, power) {
      const tokens = powers[power]
      if (!tokens) throw new NotFoundOut(`needs the power ${power} at ${slug}`)
      return createGraphDoor(setting.graph, tokens)
    },
  }
}
