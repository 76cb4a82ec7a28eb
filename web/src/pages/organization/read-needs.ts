import { listAskedEndings } from '@foyer/contracts/ending'
import {
  type ExitRequest,
  getMyExitRequest,
  listExitRequests,
  type MyExitRequest,
} from '@foyer/contracts/exit-request'
import { type LeftGuest, listLeftGuests } from '@foyer/contracts/left-guest'
import { countGuests, type GuestCount } from '@foyer/contracts/guest'
import type { Me } from '@foyer/contracts/me'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { listOwnerlessGroups } from '@foyer/contracts/ownerless-group'
import {
  getMySuccession,
  listMySuccessions,
  listSuccessions,
  type MySuccession,
} from '@foyer/contracts/succession'
import type { Call } from '../../call.ts'
import { type Answer, settle } from '../../failure.ts'

/** What waits for a word of whoever is signed in, each told as soon as it is known. */
export interface Needs {
  /** Of whoever is one of the organization's own people. */
  readonly guests: Promise<Answer<GuestCount | undefined>>
  readonly leftGuests: Promise<Answer<readonly LeftGuest[]>>
  readonly exitRequests: Promise<Answer<readonly ExitRequest[]>>
  /** For how many guests whoever is signed in is asked to vouch; they need not vouch for anybody. */
  readonly asked: Promise<Answer<number>>
  /** How many groups have no owner; undefined for whoever is no operator. */
  readonly ownerless: Promise<Answer<number | undefined>>
  /** How many ends of access wait for an operator; undefined for whoever is none. */
  readonly endings: Promise<Answer<number | undefined>>
  /** For how many guests nobody is left to ask; undefined for whoever is no operator. */
  readonly sponsorless: Promise<Answer<number | undefined>>
  /** Whether a guest may ask for another sponsor, or has. */
  readonly mySuccession: Promise<Answer<MySuccession | undefined>>
  readonly myExit: Promise<Answer<MyExitRequest | undefined>>
}

/** Only the organization's own people answer for its guests, and only guests are helped out. */
export function readNeeds(
  me: Promise<Answer<Me>>,
  organization: OrganizationLocation,
  call: Call,
): Needs {
  const readAs = async <T>(
    isAsked: (who: Me) => boolean,
    nothing: T,
    read: () => Promise<T>,
  ): Promise<Answer<T>> => {
    const answer = await me
    return 'value' in answer && isAsked(answer.value) ? settle(read()) : { value: nothing }
  }
  const isMember = ({ kind }: Me) => kind === 'member'
  const isOperator = (who: Me) => isMember(who) && who.isOperator === true
  return {
    guests: readAs<GuestCount | undefined>(isMember, undefined, async () =>
      call(countGuests, {}, { organization }),
    ),
    leftGuests: readAs<readonly LeftGuest[]>(isMember, [], async () => {
      const { guests } = await call(listLeftGuests, {}, { organization })
      return guests
    }),
    exitRequests: readAs<readonly ExitRequest[]>(isMember, [], async () => {
      const { requests } = await call(listExitRequests, {}, { organization })
      return requests
    }),
    asked: readAs<number>(isMember, 0, async () => {
      const { asked } = await call(listMySuccessions, {}, { organization })
      return asked.filter(({ state }) => state === 'asked').length
    }),
    ownerless: readAs<number | undefined>(isOperator, undefined, async () => {
      const { groups, otherGroups } = await call(listOwnerlessGroups, {}, { organization })
      return groups.length + otherGroups
    }),
    endings: readAs<number | undefined>(isOperator, undefined, async () => {
      const { endings } = await call(listAskedEndings, {}, { organization })
      return endings.length
    }),
    sponsorless: readAs<number | undefined>(isOperator, undefined, async () => {
      const { successions } = await call(listSuccessions, {}, { organization })
      return successions.filter(({ state }) => state === 'exhausted').length
    }),
    mySuccession: readAs<MySuccession | undefined>(
      ({ kind }) => kind === 'guest',
      undefined,
      async () => call(getMySuccession, {}, { organization }),
    ),
    myExit: readAs<MyExitRequest | undefined>(
      ({ kind }) => kind === 'guest',
      undefined,
      async () => {
        const { request } = await call(getMyExitRequest, {}, { organization })
        return request
      },
    ),
  }
}
