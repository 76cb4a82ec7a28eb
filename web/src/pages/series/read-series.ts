import type { Answer } from '../../failure.ts'
import type { SeriesOwner } from '../../session/series.ts'
import { readReceipt, type ReceiptTools } from '../receipt/read-receipt.ts'
import type { SeriesEntry } from './series-progress.ts'

/** The groups of the tab's series there, as they stand now. */
export async function readSeries(
  owner: SeriesOwner,
  tools: ReceiptTools,
): Promise<Answer<SeriesEntry[]>> {
  const items = tools.session.series.list(owner)
  const entries = items.map(async (item) => {
    const answer = item.receipt === undefined ? undefined : await readReceipt(item.receipt, tools)
    return { ...item, told: answer && 'value' in answer ? answer.value : undefined }
  })
  return { value: await Promise.all(entries) }
}
