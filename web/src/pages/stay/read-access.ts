import type { Me } from '@foyer/contracts/me'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { getMyAccess, type MyAccess } from '@foyer/contracts/stay'
import type { Call } from '../../call.ts'
import { type Answer, settle } from '../../failure.ts'

/** Until when somebody has access; undefined for whoever is no guest. */
export async function readAccess(
  me: Promise<Answer<Me>>,
  organization: OrganizationLocation,
  call: Call,
): Promise<Answer<MyAccess | undefined>> {
  const answer = await me
  if ('failure' in answer || answer.value.kind !== 'guest') return { value: undefined }
  return settle(call(getMyAccess, {}, { organization }))
}
