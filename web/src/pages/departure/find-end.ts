import { getMe } from '@foyer/contracts/me'
import type { Call } from '../../call.ts'
import { settle } from '../../failure.ts'
import type { Session } from '../../session/session.ts'
import { sendDeparture, type Whereabouts } from './send-departure.ts'

/**
 * Looks whether a departure whose answer was lost on the way has had its effect. Then it is sent
 * once more, which does nothing, and brings the answer.
 *
 * @returns the address of its receipt, as far as there was an answer; undefined without an effect.
 */
export async function findEnd(
  where: Whereabouts,
  tools: { session: Session; call: Call },
): Promise<{ receipt: string | undefined } | undefined> {
  const begun = tools.session.departures.find(where.organization.organizationId)
  if (begun?.isUncertain !== true) return undefined
  const answer = await settle(tools.call(getMe, {}, where))
  if (!('failure' in answer) || answer.failure.code !== 'no-longer-here') return undefined
  const sent = await sendDeparture(begun, where, tools)
  return { receipt: 'value' in sent ? sent.value : undefined }
}
