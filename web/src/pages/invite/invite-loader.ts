import { getGuest } from '@foyer/contracts/guest'
import type { PersonId } from '@foyer/contracts/ids'
import { listInvitableGroups } from '@foyer/contracts/invitation'
import {
  type InvitationTemplate,
  listInvitationTemplates,
} from '@foyer/contracts/invitation-template'
import type { LoaderFunctionArgs } from 'react-router'
import { callContext } from '../../context.ts'
import { type Answer, settle } from '../../failure.ts'
import { fromParameter, searchParameter } from '../../paths.ts'
import { readAnswers } from '../answers/read-answers.ts'
import { findPlace } from '../find-place.ts'

/**
 * The groups into which whoever is signed in there may bring a guest, the templates, and whose old
 * account it is.
 */
export async function inviteLoader(request: LoaderFunctionArgs) {
  const from = new URL(request.request.url).searchParams.get(fromParameter) as PersonId | null
  const read = await readAnswers(request, async (call, where) => {
    const [{ groups }, guest] = await Promise.all([
      call(listInvitableGroups, { query: {} }, where),
      from === null ? undefined : call(getGuest, { params: { guestId: from } }, where),
    ])
    return { groups, guest }
  })
  const { organization, answers } = read
  const readTemplates = async (): Promise<Answer<readonly InvitationTemplate[]>> => {
    // Whoever may not read the one may not read the other, and is told once.
    const answer = await answers
    if ('failure' in answer) return answer
    const call = request.context.get(callContext)
    const listed = await settle(call(listInvitationTemplates, {}, { organization }))
    if ('value' in listed) return { value: listed.value.templates }
    // That they may not invite is said of the address.
    return listed.failure.code === 'inviting-not-allowed' ? { value: [] } : listed
  }
  return { ...read, from, templates: readTemplates() }
}

/** Groups whose name begins so, for operators. */
export async function searchGroupsLoader({ params, request, context }: LoaderFunctionArgs) {
  const { call, organization } = await findPlace({ params, context })
  const search = new URL(request.url).searchParams.get(searchParameter) ?? ''
  const query = search === '' ? {} : { search }
  return { search, answer: await settle(call(listInvitableGroups, { query }, { organization })) }
}
