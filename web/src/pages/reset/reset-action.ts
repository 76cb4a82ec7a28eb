import type { PersonId } from '@foyer/contracts/ids'
import {
  agreeToReset,
  askForReset,
  carryOutReset,
  type GuestReset,
  type Reset,
  stopReset,
} from '@foyer/contracts/reset'
import type { ActionFunctionArgs } from 'react-router'
import { type Answer, settle } from '../../failure.ts'
import { findPlace } from '../find-place.ts'
import { sendFresh } from '../guest/send-fresh.ts'

/** What is done about a guest's sign-in; it is sent as JSON. */
export type ResetAct =
  | { readonly what: 'ask'; readonly reason: string; readonly mail: string }
  | { readonly what: 'agree' }
  | { readonly what: 'stop' }
  | { readonly what: 'carry-out'; readonly with: NonNullable<GuestReset['actsWith']> }

export interface ResetDone {
  readonly act: ResetAct
  readonly answer: Answer<Reset | void>
}

/** After it the router reads the page again, which shows what is true. */
export async function resetAction(args: ActionFunctionArgs): Promise<ResetDone> {
  const act = (await args.request.json()) as ResetAct
  return { act, answer: await send(args, act) }
}

async function send(
  { params, request, context }: ActionFunctionArgs,
  act: ResetAct,
): Promise<ResetDone['answer']> {
  const { session, call, organization } = await findPlace({ params, context })
  const where = { organization }
  const of = { params: { guestId: (params['guestId'] ?? '') as PersonId } }
  const page = new URL(request.url).pathname
  switch (act.what) {
    case 'ask': {
      const { reason, mail } = act
      const body = { reason, ...(mail === '' ? {} : { mail }) }
      return sendFresh(session, organization, page, { reason, mail }, async (challenge) =>
        call(askForReset, { ...of, body: { ...body, ...(challenge ? { challenge } : {}) } }, where),
      )
    }
    case 'agree':
      return sendFresh(session, organization, page, {}, async (challenge) =>
        call(agreeToReset, { ...of, body: challenge ? { challenge } : {} }, where),
      )
    case 'stop':
      return settle(call(stopReset, of, where))
    case 'carry-out': {
      const { clientId, scopes } = act.with
      const delegatedToken = session.operatorTokens.take(clientId)
      if (delegatedToken !== undefined) {
        return settle(call(carryOutReset, { ...of, delegatedToken }, where))
      }
      const accountId = session.chosenAt(organization.organizationId)
      const account = session
        .listAccounts()
        .find(({ accountIds }) => accountId !== undefined && accountIds.includes(accountId))
      return settle(
        session.operatorTokens.ask({
          organization,
          clientId,
          scopes,
          returnTo: page,
          mail: account?.mail,
        }),
      )
    }
  }
}
