import type { LoaderFunctionArgs } from 'react-router'
import { callContext, placesContext, sessionContext } from '../../context.ts'
import type { Departure } from '../../session/departures.ts'
import type { RoundItem } from '../../session/round.ts'
import type { Receipt } from '@foyer/contracts/receipt'
import { readReceipt } from '../receipt/read-receipt.ts'

/** An organization of the round, as it stands. */
export interface RoundEntry extends RoundItem {
  /** What was said before, by whoever began to leave it. */
  readonly begun: Departure | undefined
  /** What its receipt says; undefined where it has none, or it could not be read just now. */
  readonly told: Receipt | undefined
}

/** The organizations of the tab's round, as they stand now. */
export async function roundProgressLoader({ context }: LoaderFunctionArgs): Promise<RoundEntry[]> {
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const places = context.get(placesContext)
  const entries = session.round.list().map(async (item) => {
    const { receipt, organization } = item
    const answer = receipt ? await readReceipt(receipt, { session, call, places }) : undefined
    return {
      ...item,
      begun: session.departures.find(organization.organizationId),
      told: answer && 'value' in answer ? answer.value : undefined,
    }
  })
  return Promise.all(entries)
}
