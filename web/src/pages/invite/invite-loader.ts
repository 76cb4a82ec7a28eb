import { listInvitableGroups } from '@foyer/contracts/invitation'
import type { LoaderFunctionArgs } from 'react-router'
import { settle } from '../../failure.ts'
import { searchParameter } from '../../paths.ts'
import { readAnswers } from '../answers/read-answers.ts'
import { findPlace } from '../find-place.ts'

/** The groups into which whoever is signed in there may bring a guest. */
export async function inviteLoader(request: LoaderFunctionArgs) {
  return readAnswers(request, async (call, where) =>
    call(listInvitableGroups, { query: {} }, where),
  )
}

/** Groups whose name begins so, for operators. */
export async function searchGroupsLoader({ params, request, context }: LoaderFunctionArgs) {
  const { call, organization } = await findPlace({ params, context })
  const search = new URL(request.url).searchParams.get(searchParameter) ?? ''
  const query = search === '' ? {} : { search }
  return { search, answer: await settle(call(listInvitableGroups, { query }, { organization })) }
}
