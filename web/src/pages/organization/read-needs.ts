import {
  type ExitRequest,
  getMyExitRequest,
  listExitRequests,
  type MyExitRequest,
} from '@foyer/contracts/exit-request'
import { type LeftGuest, listLeftGuests } from '@foyer/contracts/left-guest'
import type { Me } from '@foyer/contracts/me'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { Call } from '../../call.ts'
import { type Answer, settle } from '../../failure.ts'

/** What waits for a word of whoever is signed in, each told as soon as it is known. */
export interface Needs {
  readonly leftGuests: Promise<Answer<readonly LeftGuest[]>>
  readonly exitRequests: Promise<Answer<readonly ExitRequest[]>>
  readonly myExit: Promise<Answer<MyExitRequest | undefined>>
}

/** Only the organization's own people answer for its guests, and only guests are helped out. */
export function readNeeds(
  me: Promise<Answer<Me>>,
  organization: OrganizationLocation,
  call: Call,
): Needs {
  const readAs = async <T>(
    kind: Me['kind'],
    nothing: T,
    read: () => Promise<T>,
  ): Promise<Answer<T>> => {
    const answer = await me
    const isAsked = 'value' in answer && answer.value.kind === kind
    return isAsked ? settle(read()) : { value: nothing }
  }
  return {
    leftGuests: readAs<readonly LeftGuest[]>('member', [], async () => {
      const { guests } = await call(listLeftGuests, {}, { organization })
      return guests
    }),
    exitRequests: readAs<readonly ExitRequest[]>('member', [], async () => {
      const { requests } = await call(listExitRequests, {}, { organization })
      return requests
    }),
    myExit: readAs<MyExitRequest | undefined>('guest', undefined, async () => {
      const { request } = await call(getMyExitRequest, {}, { organization })
      return request
    }),
  }
}
