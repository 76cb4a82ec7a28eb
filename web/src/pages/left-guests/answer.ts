import type { GroupId } from '@foyer/contracts/ids'
import { grantReturn, liftHold, placeHold, refuseReturn } from '@foyer/contracts/left-guest'
import type { ActionFunctionArgs } from 'react-router'
import { type Failure, settle } from '../../failure.ts'
import { findPlace } from '../find-place.ts'

/** What is decided about one guest; it is sent as JSON. */
export type Decision = {
  readonly leavingId: string
  /** Of the guest, for what is told afterwards. */
  readonly name: string
} & (
  | { readonly what: 'grant'; readonly withoutGroups: GroupId[]; readonly note: string }
  | { readonly what: 'refuse'; readonly note: string }
  | { readonly what: 'hold'; readonly reason: string }
  | { readonly what: 'lift' }
)

export interface Decided {
  readonly decision: Decision
  /** Why it was not taken, as far as that is known. */
  readonly failure: Failure | undefined
}

/** Sends a decision; after it the router reads the page again, which shows what is true. */
export async function answerAction({
  params,
  request,
  context,
}: ActionFunctionArgs): Promise<Decided> {
  const decision = (await request.json()) as Decision
  const { call, organization } = await findPlace({ params, context })
  const to = { params: { leavingId: decision.leavingId } }
  const noted = (note: string) => (note.trim() === '' ? {} : { note: note.trim() })
  const send = async () => {
    switch (decision.what) {
      case 'grant': {
        const { withoutGroups, note } = decision
        return call(
          grantReturn,
          { ...to, body: { withoutGroups, ...noted(note) } },
          { organization },
        )
      }
      case 'refuse':
        return call(refuseReturn, { ...to, body: noted(decision.note) }, { organization })
      case 'hold':
        return call(
          placeHold,
          { ...to, body: { reason: decision.reason.trim() } },
          { organization },
        )
      case 'lift':
        return call(liftHold, to, { organization })
    }
  }
  const answer = await settle(send())
  return { decision, failure: 'failure' in answer ? answer.failure : undefined }
}
