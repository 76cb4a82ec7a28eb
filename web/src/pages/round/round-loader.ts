import type { LoaderFunctionArgs } from 'react-router'
import { callContext, placesContext, sessionContext } from '../../context.ts'
import type { RoundItem } from '../../session/round.ts'
import { findEnd } from '../departure/find-end.ts'
import { readDeparture } from '../departure/read-departure.ts'
import { forgetDeparted } from '../forget-departed.ts'
import type { ReceiptTools } from '../receipt/read-receipt.ts'

/** The organizations that can be chosen, or, once they are, what leaving each would end. */
export async function roundLoader({ context }: LoaderFunctionArgs) {
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const places = context.get(placesContext)
  const items = session.round.list()
  if (items.length === 0) {
    const all = await places.list()
    return { choice: all.map((place) => ({ place, sight: places.look(place) })) }
  }
  return {
    round: await Promise.all(
      items.map(async (item) => {
        const known = await findAccepted(item, { session, call, places })
        if (known !== item) session.round.note(known)
        const isOver = known.receipt !== undefined || known.isGone === true
        const begun = session.departures.find(item.organization.organizationId)
        return {
          entry: { ...known, begun, told: undefined },
          departure: isOver ? undefined : readDeparture(item, call),
        }
      }),
    ),
  }
}

/** As it is kept, and what this tab can tell besides: accepted elsewhere, or an answer that was lost. */
async function findAccepted(item: RoundItem, tools: ReceiptTools): Promise<RoundItem> {
  if (item.receipt !== undefined || item.isGone) return item
  const { organization, accountId } = item
  const { organizationId } = organization
  const accepted = tools.session.leavings.findDeparture(organizationId, accountId)
  if (accepted) return { organization, accountId, receipt: accepted.receipt }

  const end = await findEnd({ organization, accountId }, tools)
  if (!end) return item
  if (end.receipt) return { organization, accountId, receipt: end.receipt }
  await forgetDeparted({ organizationId, accountId }, tools)
  return { organization, accountId, isGone: true }
}
