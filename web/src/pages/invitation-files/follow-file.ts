import {
  getInvitationFile,
  type InvitationFileItem,
  listInvitationFileItems,
  stopInvitationFile,
} from '@foyer/contracts/invitation-file'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import { type Answer, settle } from '../../failure.ts'
import { readEveryPage } from '../../read-every-page.ts'
import { readAnswers } from '../answers/read-answers.ts'
import { findPlace } from '../find-place.ts'

/** How it goes with those who are invited by a file. */
export async function invitationFileLoader(request: LoaderFunctionArgs) {
  const fileId = request.params['fileId'] ?? ''
  const read = await readAnswers(request, async (call, where) =>
    call(getInvitationFile, { params: { fileId } }, where),
  )
  return { ...read, fileId }
}

/** Has none of those invited any more who wait. */
export async function stopFileAction(args: ActionFunctionArgs): Promise<Answer<void>> {
  const { call, where, params } = await find(args)
  return settle(call(stopInvitationFile, { params }, where))
}

/** What became of every row. It is read only when it is asked for, so it is no part of the page. */
export async function readFileResultAction(
  args: ActionFunctionArgs,
): Promise<Answer<readonly InvitationFileItem[]>> {
  const { call, where, params } = await find(args)
  return settle(
    readEveryPage(async (query) => call(listInvitationFileItems, { params, query }, where)),
  )
}

async function find(args: ActionFunctionArgs) {
  const { call, organization } = await findPlace(args)
  return { call, where: { organization }, params: { fileId: args.params['fileId'] ?? '' } }
}
