import { delegateInviting, endInvitingDelegation } from '@foyer/contracts/inviting-delegation'
import type { PersonId } from '@foyer/contracts/ids'
import type { ActionFunctionArgs } from 'react-router'
import { type Failure, settle } from '../../failure.ts'
import { findPlace } from '../find-place.ts'

/** What an operator decides of somebody; it is sent as JSON. */
type Decision =
  | {
      readonly what: 'let'
      readonly mail: string
      readonly until: string
      readonly reason: string
    }
  | {
      readonly what: 'end'
      readonly personId: PersonId
      /** For what is told afterwards. */
      readonly name: string
    }

export interface Decided {
  readonly decision: Decision
  /** Why it was not, as far as that is known. */
  readonly failure: Failure | undefined
}

/** Does it; after it the router reads the page again, which shows what is true. */
export async function decideInvitingAction(args: ActionFunctionArgs): Promise<Decided> {
  const decision = (await args.request.json()) as Decision
  const { call, organization } = await findPlace(args)
  const send = async (): Promise<void> => {
    if (decision.what === 'let') {
      const { what: _, ...body } = decision
      await call(delegateInviting, { body }, { organization })
    } else {
      const { personId } = decision
      await call(endInvitingDelegation, { params: { personId } }, { organization })
    }
  }
  const answer = await settle(send())
  return { decision, failure: 'failure' in answer ? answer.failure : undefined }
}
