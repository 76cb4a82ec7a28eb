import {
  keepInvitationTemplate,
  type NewInvitationTemplate,
  removeInvitationTemplate,
} from '@foyer/contracts/invitation-template'
import { type ActionFunctionArgs, redirect } from 'react-router'
import { type Failure, settle } from '../../failure.ts'
import { paths } from '../../paths.ts'
import { findPlace } from '../find-place.ts'

/** A template as it was written, and the version that it was written from; 0 for a new one. */
interface TemplateOrder {
  readonly templateId: string
  readonly version: number
  readonly wanted: NewInvitationTemplate
}

/** Keeps it, and leads to the list. */
export async function keepTemplateAction(
  args: ActionFunctionArgs,
): Promise<Response | { readonly failure: Failure }> {
  const { call, organization } = await findPlace(args)
  const { templateId, version, wanted } = (await args.request.json()) as TemplateOrder
  const input = { params: { templateId }, body: wanted, version }
  const answer = await settle(call(keepInvitationTemplate, input, { organization }))
  return 'failure' in answer ? answer : redirect(paths.templates(organization.slug))
}

/** What is removed; the name is for what is told afterwards. */
type Removal = { readonly templateId: string; readonly name: string }

export interface Removed {
  readonly removal: Removal
  /** Why it was not, as far as that is known. */
  readonly failure: Failure | undefined
}

export async function removeTemplateAction(args: ActionFunctionArgs): Promise<Removed> {
  const { call, organization } = await findPlace(args)
  const removal = (await args.request.json()) as Removal
  const { templateId } = removal
  const answer = await settle(
    call(removeInvitationTemplate, { params: { templateId } }, { organization }),
  )
  return { removal, failure: 'failure' in answer ? answer.failure : undefined }
}
