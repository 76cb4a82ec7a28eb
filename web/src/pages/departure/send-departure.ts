import { leaveOrganization } from '@foyer/contracts/departure'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { Call } from '../../call.ts'
import { type Answer, settle } from '../../failure.ts'
import type { Departure } from '../../session/departures.ts'
import type { Session } from '../../session/session.ts'

/** What is left, and with which account; without one, with that which was last used there. */
export interface Whereabouts {
  readonly organization: OrganizationLocation
  readonly accountId?: string
}

/**
 * Sends a departure, for the first time or again: under one key it is one act. Once it is accepted,
 * the tab keeps the address of its receipt.
 *
 * @returns that address.
 */
export async function sendDeparture(
  { key, confirmation, proposedOwners, challenge, code, leaver }: Departure,
  where: Whereabouts,
  { session, call }: { session: Session; call: Call },
): Promise<Answer<string>> {
  const { organizationId } = where.organization
  const body = {
    confirmation,
    ...(proposedOwners?.length ? { proposedOwners: [...proposedOwners] } : {}),
    ...(challenge ? { challenge } : {}),
    ...(code?.digits ? { code: { attempt: code.attempt, digits: code.digits } } : {}),
  }
  const answer = await settle(call(leaveOrganization, { key, body }, where))
  if ('failure' in answer) return answer
  const { receipt } = answer.value
  session.leavings.keep({
    organizationId,
    accountId: where.accountId ?? session.chosenAt(organizationId) ?? '',
    receipt,
    contacts: leaver.contacts,
    isDone: false,
  })
  session.departures.forget(organizationId)
  session.proposals.forget({ organizationId, personId: leaver.personId })
  return { value: receipt }
}
