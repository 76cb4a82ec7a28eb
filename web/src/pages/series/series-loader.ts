import type { LoaderFunctionArgs } from 'react-router'
import { callContext, placesContext, sessionContext } from '../../context.ts'
import { findOrganization } from '../find-organization.ts'
import { readReceipt } from '../receipt/read-receipt.ts'
import type { SeriesEntry } from './series-progress.ts'

/** The groups of the tab's series at an organization, as they stand now. */
export async function seriesLoader({
  params,
  context,
}: LoaderFunctionArgs): Promise<SeriesEntry[]> {
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const places = context.get(placesContext)
  const { organizationId } = await findOrganization(params['slug'] ?? '', session, call)
  const accountId = session.chosenAt(organizationId) ?? ''
  const entries = session.series.list({ organizationId, accountId }).map(async (item) => {
    const { receipt } = item
    const answer = receipt ? await readReceipt(receipt, { session, call, places }) : undefined
    return { ...item, told: answer && 'value' in answer ? answer.value : undefined }
  })
  return Promise.all(entries)
}
