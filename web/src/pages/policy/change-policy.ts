import {
  changePolicy,
  type Policy,
  type PolicyPreview,
  type PolicyVersion,
  previewPolicy,
} from '@foyer/contracts/policy'
import type { ActionFunctionArgs } from 'react-router'
import { type Answer, settle } from '../../failure.ts'
import { findPlace } from '../find-place.ts'

/** A policy as it was written, and the version that it is written from. */
type PolicyDraft = {
  readonly policy: Policy
  readonly version: number
}

/** Asks what a policy would do; it changes nothing. */
export async function previewPolicyAction(
  args: ActionFunctionArgs,
): Promise<Answer<PolicyPreview>> {
  const { call, organization } = await findPlace(args)
  const body = (await args.request.json()) as Policy
  return settle(call(previewPolicy, { body }, { organization }))
}

/** Saves it in place of its version. */
export async function savePolicyAction(args: ActionFunctionArgs): Promise<Answer<PolicyVersion>> {
  const { call, organization } = await findPlace(args)
  const { policy, version } = (await args.request.json()) as PolicyDraft
  return settle(call(changePolicy, { body: policy, version }, { organization }))
}

/** Whether an action of this page ended so. */
export function isFailure(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'failure' in result
}
