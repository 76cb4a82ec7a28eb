import {
  type ExitRequest,
  getMyExitRequest,
  listExitRequests,
  type MyExitRequest,
} from '@foyer/contracts/exit-request'
import { type LeftGuest, listLeftGuests } from '@foyer/contracts/left-guest'
import type { Me } from '@foyer/contracts/me'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { listOwnerlessGroups } from '@foyer/contracts/ownerless-group'
import type { Call } from '../../call.ts'
import { type Answer, settle } from '../../failure.ts'

/** What waits for a word of whoever is signed in, each told as soon as it is known. */
export interface Needs {
  readonly leftGuests: Promise<Answer<readonly LeftGuest[]>>
  readonly exitRequests: Promise<Answer<readonly ExitRequest[]>>
  /** How many groups have no owner; undefined for whoever is no operator. */
  readonly ownerless: Promise<Answer<number | undefined>>
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
  return {
    leftGuests: readAs<readonly LeftGuest[]>(isMember, [], async () => {
      const { guests } = await call(listLeftGuests, {}, { organization })
      return guests
    }),
    exitRequests: readAs<readonly ExitRequest[]>(isMember, [], async () => {
      const { requests } = await call(listExitRequests, {}, { organization })
      return requests
    }),
    ownerless: readAs<number | undefined>(
      (who) => isMember(who) && who.isOperator === true,
      undefined,
      async () => {
        const { groups, otherGroups } = await call(listOwnerlessGroups, {}, { organization })
        return groups.length + otherGroups
      },
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
