import type { Receipt } from '@foyer/contracts/receipt'
import { Failure } from '../../failure.ts'
import { explain } from '../../problems.ts'
import type { SeriesItem } from '../../session/series.ts'
import { isEndedByOthers } from '../receipt/receipt-words.ts'

/** A group of a series, as it stands. */
export interface SeriesEntry extends SeriesItem {
  /** What its receipt says; undefined where it has none, or it could not be read just now. */
  readonly told: Receipt | undefined
}

/**
 * - `waiting`: its turn has not come, and it was not sent;
 * - `being-left`: accepted, and goes on by itself;
 * - `left`: the person is in the group no more;
 * - `not-left`: they are still in it;
 * - `unknown`: nobody here knows whether it was accepted.
 */
export type SeriesState = 'waiting' | 'being-left' | 'left' | 'not-left' | 'unknown'

/** How it stands with one group, or with one organization. */
export function stateOf({
  receipt,
  isGone,
  failure,
  told,
}: Pick<SeriesEntry, 'receipt' | 'isGone' | 'failure' | 'told'>): SeriesState {
  if (isGone) return 'left'
  if (failure) return new Failure(failure.code).isUncertain ? 'unknown' : 'not-left'
  if (!receipt) return 'waiting'
  if (!told || told.state === 'under-way') return 'being-left'
  return told.state === 'done' || isEndedByOthers(told) ? 'left' : 'not-left'
}

/** Whether it has not gone and may go when it is asked for again. */
export function mayGoAgain(entry: SeriesEntry, isSending: boolean): boolean {
  const state = stateOf(entry)
  // A reload came before its turn.
  if (state === 'waiting') return !isSending
  if (state !== 'not-left' && state !== 'unknown') return false
  const { failure, told } = entry
  if (told) return told.state === 'failed'
  return failure !== undefined && isForTrying(failure.code)
}

/** Whether it needs a new sign-in first. */
export function needsSignIn({ failure }: SeriesEntry): boolean {
  return failure !== undefined && explain(failure.code, nowhere).remedy === 'sign-in'
}

/** Whether a series is at its end: none goes on by itself, and none is about to be sent. */
export function isOver(entries: readonly SeriesEntry[], isSending: boolean): boolean {
  return !isSending && entries.every((entry) => stateOf(entry) !== 'being-left')
}

/** Those first that need the person, then those that go on, then those that are left. */
export function inOrderOfNeed(entries: readonly SeriesEntry[]): SeriesEntry[] {
  const rank = (entry: SeriesEntry) => order.indexOf(stateOf(entry))
  return entries.toSorted((one, other) => rank(one) - rank(other))
}

const order: readonly SeriesState[] = ['not-left', 'unknown', 'being-left', 'waiting', 'left']
const nowhere = { organization: '' }

function isForTrying(code: NonNullable<SeriesItem['failure']>['code']): boolean {
  const { remedy } = explain(code, nowhere)
  return remedy === 'try-again' || remedy === 'sign-in'
}
