import { askForSponsor, withdrawSponsorWish } from '@foyer/contracts/succession'
import type { ActionFunctionArgs } from 'react-router'
import { type Failure, settle } from '../../failure.ts'
import { findPlace } from '../find-place.ts'

/** Why somebody else should vouch, in the words of the guest, or that nobody need; it is sent as JSON. */
export type SponsorAct =
  { readonly what: 'ask'; readonly note: string } | { readonly what: 'withdraw' }

export interface SponsorAsked {
  readonly what: SponsorAct['what']
  /** Why it was not done, as far as that is known. */
  readonly failure: Failure | undefined
}

/** Asks that somebody else vouches, or takes it back; after it the page is read again. */
export async function askForSponsorAction({
  params,
  request,
  context,
}: ActionFunctionArgs): Promise<SponsorAsked> {
  const act = (await request.json()) as SponsorAct
  const { call, organization } = await findPlace({ params, context })
  const answer = await settle(
    act.what === 'ask'
      ? call(askForSponsor, { body: { note: act.note } }, { organization })
      : call(withdrawSponsorWish, {}, { organization }),
  )
  return { what: act.what, failure: 'failure' in answer ? answer.failure : undefined }
}
