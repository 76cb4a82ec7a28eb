import type { PersonId } from '@foyer/contracts/ids'
import { Type } from 'typebox'
import type { Graph } from './graph.ts'
import { maybe, selectOf } from './graph-shape.ts'
import { guid } from './reference-url.ts'

/** How far a guest has come with taking up their invitation, and with which addresses they may. */
export interface Redemption {
  readonly isPending: boolean
  /** When that changed last, as the directory writes it. */
  readonly changedAt: string | undefined
  readonly mail: string | undefined
  readonly otherMails: readonly string[]
}

const RedeemingUser = Type.Object({
  externalUserState: maybe(Type.String()),
  externalUserStateChangeDateTime: maybe(Type.String()),
  mail: maybe(Type.String()),
  otherMails: maybe(Type.Array(Type.String())),
})

/** Undefined where there is nobody. */
export async function findRedemption(
  graph: Graph,
  personId: PersonId,
): Promise<Redemption | undefined> {
  const path = `/users/${guid(personId)}?${selectOf(RedeemingUser)}`
  const user = await graph.read(path, RedeemingUser)
  return (
    user && {
      isPending: user.externalUserState === 'PendingAcceptance',
      changedAt: user.externalUserStateChangeDateTime ?? undefined,
      mail: user.mail ?? undefined,
      otherMails: user.otherMails ?? [],
    }
  )
}

/** Whether a guest may redeem with an address. */
export function hasAddress({ mail, otherMails }: Redemption, address: string): boolean {
  const wanted = address.toLowerCase()
  return [mail, ...otherMails].some((each) => each?.toLowerCase() === wanted)
}
