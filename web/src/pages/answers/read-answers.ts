import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { LoaderFunctionArgs } from 'react-router'
import type { Call } from '../../call.ts'
import { type Answer, settle } from '../../failure.ts'
import type { Attempt } from '../../session/attempt.ts'
import { findPlace } from '../find-place.ts'

/** What whoever is signed in at an organization answers there, as far as it answers them. */
export interface Answers<T> {
  readonly organization: OrganizationLocation
  /** A sign-in there that was begun and did not come back. */
  readonly attempt: Attempt | undefined
  readonly answers: Promise<Answer<T>>
}

/** Reads it at the organization of the address. */
export async function readAnswers<T>(
  { params, context }: LoaderFunctionArgs,
  read: (call: Call, where: { organization: OrganizationLocation }) => Promise<T>,
): Promise<Answers<T>> {
  const { session, call, organization } = await findPlace({ params, context })
  const attempt = session.attempts.find()
  return {
    organization,
    attempt:
      attempt?.organization.organizationId === organization.organizationId ? attempt : undefined,
    answers: settle(read(call, { organization })),
  }
}
