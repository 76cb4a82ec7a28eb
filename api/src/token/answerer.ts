import type { PersonId } from '@foyer/contracts/ids'

/** Whoever answers for a guest, after they were let do so, and how their sign-in is found again. */
export interface Answerer {
  readonly personId: PersonId
  readonly name: string
  readonly answersAs: 'sponsor' | 'operator'
  /** By which ids they vouch, where that is not by their own alone. */
  readonly vouchingIds?: readonly string[]
  readonly tokenId?: string | undefined
  readonly sessionId?: string | undefined
}
