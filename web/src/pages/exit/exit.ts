import { askForExitCode, fileExitRequest } from '@foyer/contracts/exit-code'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { type ActionFunctionArgs, redirect } from 'react-router'
import type { Call } from '../../call.ts'
import { Failure, settle } from '../../failure.ts'
import type { Session } from '../../session/session.ts'
import { findPlace } from '../find-place.ts'

/** One step of asking for one's access to end; it is sent as JSON. */
type ExitStep =
  | { readonly what: 'code'; readonly mail: string }
  | { readonly what: 'request'; readonly code: string; readonly reason: string }
  /** Back to the address. */
  | { readonly what: 'again' }

export interface StepTaken {
  readonly step: ExitStep
  /** The address of the code that is not waited for any more. */
  readonly mail?: string | undefined
  /** Why it was not taken, as far as that is known. */
  readonly failure: Failure | undefined
}

/** Takes a step. Which one comes next, the page reads from what this tab then waits for. */
export async function exitAction({
  params,
  request,
  context,
}: ActionFunctionArgs): Promise<StepTaken | Response> {
  const step = (await request.json()) as ExitStep
  const { session, call, organization } = await findPlace({ params, context })
  switch (step.what) {
    case 'code':
      return askForCode(step, organization, { session, call })
    case 'request':
      return fileRequest(step, organization, { session, call })
    case 'again': {
      const mail = session.exitAttempts.find(organization.organizationId)?.mail
      session.exitAttempts.forget(organization.organizationId)
      return { step, mail, failure: undefined }
    }
  }
}

interface Tools {
  readonly session: Session
  readonly call: Call
}

async function askForCode(
  step: Extract<ExitStep, { what: 'code' }>,
  { organizationId, slug }: OrganizationLocation,
  { session, call }: Tools,
): Promise<StepTaken> {
  const { mail } = step
  const answer = await settle(call(askForExitCode, { params: { slug }, body: { mail } }))
  if ('failure' in answer) return { step, failure: answer.failure }
  session.exitAttempts.keep(organizationId, { attempt: answer.value.attempt, mail })
  return { step, failure: undefined }
}

async function fileRequest(
  step: Extract<ExitStep, { what: 'request' }>,
  { organizationId }: OrganizationLocation,
  { session: { exitAttempts }, call }: Tools,
): Promise<StepTaken | Response> {
  const waiting = exitAttempts.find(organizationId)
  if (!waiting) return { step, failure: new Failure('code-ended') }
  const { attempt, mail } = waiting
  const reason = step.reason.trim()
  const body = { code: step.code, ...(reason === '' ? {} : { reason }) }
  const answer = await settle(call(fileExitRequest, { params: { attempt }, body }))
  if ('failure' in answer) {
    const { failure } = answer
    if (failure.code === 'code-ended') exitAttempts.forget(organizationId)
    return { step, mail, failure }
  }
  exitAttempts.forget(organizationId)
  return redirect(answer.value.status)
}
