import {
  checkInvitationFile,
  type InvitationFileCheck,
} from '@foyer/contracts/invitation-file-check'
import { inviteByFile, listInvitationFiles } from '@foyer/contracts/invitation-file'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { type Answer, type Failure, settle } from '../../failure.ts'
import { paths } from '../../paths.ts'
import { readAnswers } from '../answers/read-answers.ts'
import { findPlace } from '../find-place.ts'

/** A file as it was checked, and a key by which it is sent once, however often that is asked for. */
interface FileOrder {
  readonly text: string
  readonly digest: string
  readonly key: string
}

/** The files that were sent lately. */
export async function invitationFilesLoader(request: LoaderFunctionArgs) {
  return readAnswers(request, async (call, where) => call(listInvitationFiles, {}, where))
}

/** Asks what a file would do; it changes nothing. */
export async function checkFileAction(
  args: ActionFunctionArgs,
): Promise<Answer<InvitationFileCheck>> {
  const { call, organization } = await findPlace(args)
  const body = (await args.request.json()) as { readonly text: string }
  return settle(call(checkInvitationFile, { body }, { organization }))
}

/** Sends what was checked, and leads to how it goes. */
export async function sendFileAction(
  args: ActionFunctionArgs,
): Promise<Response | { readonly failure: Failure }> {
  const { call, organization } = await findPlace(args)
  const { key, ...body } = (await args.request.json()) as FileOrder
  const answer = await settle(call(inviteByFile, { body, key }, { organization }))
  if ('failure' in answer) return answer
  return redirect(paths.invitationFile(organization.slug, answer.value.fileId))
}
