import type { Failure } from '../failure.ts'

/** What the card of an organization shows. */
export type Picture =
  | 'here'
  | 'invited'
  | 'blocked'
  | 'ended'
  | 'not-connected'
  | 'no-answer'
  | 'sign-in-needed'
  | 'not-shown'

/**
 * Entra's codes, after reference-error-codes.md, with which an organization refuses a token
 * without a question. They choose a picture and never authorize.
 */
const pictures: Readonly<Record<string, Exclude<Picture, 'here'>>> = {
  AADSTS50014: 'invited',
  AADSTS50057: 'blocked',
  AADSTS700016: 'not-connected',
  AADSTS650052: 'not-connected',
  AADSTS65001: 'not-connected',
  AADSTS50020: 'not-shown',
  AADSTS16003: 'not-shown',
  AADSTS50034: 'not-shown',
  AADSTS51004: 'not-shown',
}

/** What is shown where an organization did not say who somebody is there. */
export function pictureOf({ code, trace }: Failure): Exclude<Picture, 'here'> {
  if (code === 'blocked-here') return 'blocked'
  if (code === 'no-longer-here') return 'ended'
  const isRefusal = code === 'sign-in-needed' || code === 'sign-in-run-out'
  if (!isRefusal) return 'no-answer'
  return pictures[trace.foreignCode ?? ''] ?? 'sign-in-needed'
}

/** From what says most to a person to what says nothing. */
const byWeight: readonly Picture[] = [
  'here',
  'invited',
  'blocked',
  'ended',
  'not-connected',
  'no-answer',
  'sign-in-needed',
  'not-shown',
]

/** Of what several accounts see of one organization, what is worth a card. */
export function compareWeight(one: Picture, other: Picture): number {
  return byWeight.indexOf(one) - byWeight.indexOf(other)
}

/** Which cards ask something of the person, and so come first. */
export function needsPerson(picture: Picture): boolean {
  return picture === 'invited'
}
