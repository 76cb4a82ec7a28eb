import { countGuests, type GuestCount } from '@foyer/contracts/guest'
import { getMe, listMyGroups, type Me, type Memberships } from '@foyer/contracts/me'
import { getMyAccess, type MyAccess } from '@foyer/contracts/stay'
import type { Call } from '../call.ts'
import { within } from '../deadline.ts'
import { type Answer, Failure, settle } from '../failure.ts'
import { compareWeight, type Picture, pictureOf } from './picture.ts'
import type { Place } from './place.ts'

/** What was seen of a place. */
export type Sight =
  | {
      readonly picture: 'here'
      readonly accountId: string
      readonly me: Me
      readonly groups: Promise<Answer<Memberships>> | undefined
      /** Of whoever is one of the organization's own people: how many they vouch for. */
      readonly guests: Promise<Answer<GuestCount>> | undefined
      /** Of a guest. */
      readonly access: Promise<Answer<MyAccess>> | undefined
    }
  | {
      readonly picture: Exclude<Picture, 'here'>
      readonly accountId?: string
      readonly failure: Failure
    }

const deadlineMs = 20_000

/** Looks at a place with each of its accounts, and tells what says most. Never rejects for a failure. */
export async function look(
  { organization, accountIds, isWanted }: Place,
  call: Call,
): Promise<Sight> {
  const looks = accountIds.map(async (accountId): Promise<Sight> => {
    const where = { organization, accountId }
    const answer = await settle(
      within(deadlineMs, call(getMe, {}, where), new Failure('timed-out')),
    )
    if ('failure' in answer) {
      const { failure } = answer
      return { picture: pictureOf(failure), accountId, failure }
    }
    const me = answer.value
    const groups = me.kind === 'member' ? undefined : settle(call(listMyGroups, {}, where))
    const guests = me.kind === 'member' ? settle(call(countGuests, {}, where)) : undefined
    const access = me.kind === 'guest' ? settle(call(getMyAccess, {}, where)) : undefined
    return { picture: 'here', accountId, me, groups, guests, access }
  })
  const sights = await Promise.all(looks)
  const [best] = sights.toSorted((one, other) => compareWeight(one.picture, other.picture))
  if (best && (best.picture !== 'not-shown' || !isWanted)) return best
  // Whoever named the organization may be known there with an account that is not signed in.
  return { picture: 'sign-in-needed', failure: new Failure('sign-in-needed') }
}
