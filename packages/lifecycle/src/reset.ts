import type { ResetState } from '@foyer/contracts/reset'

const dayMs = 24 * 60 * 60_000

/** For so long everybody concerned sees it, and can stop it. */
const delayDays = 3
/** For so long it waits for whoever reads the address, for another operator, and to be carried out. */
const patienceDays = 14

/** When a reset may be carried out that another operator has agreed to. */
export function opensAfter(agreedAt: Date): Date {
  return new Date(agreedAt.getTime() + delayDays * dayMs)
}

/** Until when it waits for the next one who has to do something, from when that could begin. */
export function lapsesAfter(since: Date): Date {
  return new Date(since.getTime() + patienceDays * dayMs)
}

/** What is known of a reset when somebody wants to go on with it. */
export interface ResetFacts {
  readonly state: ResetState
  readonly askedBy: string
  readonly opensAt: Date | null
  readonly lapsesAt: Date
}

export type ResetRefusal = 'not-asked' | 'not-proved' | 'needs-another' | 'not-agreed' | 'too-early'

/** Whether somebody agrees as the second one: never who asked, and never before the guest has. */
export function mayAgreeToReset(
  { state, askedBy, lapsesAt }: ResetFacts,
  personId: string,
  now: Date,
): ResetRefusal | undefined {
  if ((state !== 'asked' && state !== 'proved') || now >= lapsesAt) return 'not-asked'
  if (askedBy === personId) return 'needs-another'
  return state === 'asked' ? 'not-proved' : undefined
}

/** Whether it may be carried out now. */
export function mayCarryOutReset(
  { state, opensAt, lapsesAt }: ResetFacts,
  now: Date,
): ResetRefusal | undefined {
  if ((state === 'asked' || state === 'proved') && now < lapsesAt) return 'not-agreed'
  if (state !== 'waiting' || opensAt === null || now >= lapsesAt) return 'not-asked'
  return now < opensAt ? 'too-early' : undefined
}
