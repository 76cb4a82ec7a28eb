import type { Move } from '@foyer/contracts/move'

/** Whether somebody still has to say what follows to the new account. */
export function isFollowAsked({ state, answer }: Pick<Move, 'state' | 'answer'>): boolean {
  return (state === 'redeemed' || state === 'ended') && answer === undefined
}
