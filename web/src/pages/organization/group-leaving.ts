import type { Receipt } from '@foyer/contracts/receipt'
import type { Answer } from '../../failure.ts'
import { readReceipt, type ReceiptTools } from '../receipt/read-receipt.ts'

/** The leaving of a group that was accepted in this tab. */
export interface GroupLeaving {
  readonly groupId: string
  /** The address of its receipt. */
  readonly address: string
  /** Undefined where it could not be read just now. */
  readonly receipt: Receipt | undefined
}

/** Those outside of a series that had not ended when they were last looked at, as they are now. */
export async function readGroupLeavings(
  { organizationId, accountId }: { organizationId: string; accountId: string },
  tools: ReceiptTools,
): Promise<Answer<GroupLeaving[]>> {
  const { leavings: accepted, series } = tools.session
  const ofSeries = series.list({ organizationId, accountId }).map(({ receipt }) => receipt)
  const kept = accepted
    .listOfGroups(organizationId, accountId)
    .filter(({ receipt }) => !ofSeries.includes(receipt))
  const leavings = kept.map(async ({ groupId = '', receipt: address }) => {
    const answer = await readReceipt(address, tools)
    const isUnknown = 'failure' in answer && answer.failure.code === 'receipt-not-found'
    const receipt = 'value' in answer ? answer.value : undefined
    return isUnknown ? [] : [{ groupId, address, receipt }]
  })
  return { value: (await Promise.all(leavings)).flat() }
}

/** Whether it goes on, as far as is known. */
export function isUnderWay({ receipt }: GroupLeaving): boolean {
  return receipt === undefined || receipt.state === 'under-way'
}
