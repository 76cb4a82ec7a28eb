import {
  type BulkItem,
  getBulkExtension,
  listBulkItems,
  stopBulkExtension,
} from '@foyer/contracts/bulk-extension'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import { type Answer, settle } from '../../failure.ts'
import { readEveryPage } from '../../read-every-page.ts'
import { readAnswers } from '../answers/read-answers.ts'
import { findPlace } from '../find-place.ts'

/** How it goes with guests who are extended together. */
export async function bulkLoader(request: LoaderFunctionArgs) {
  const bulkId = request.params['bulkId'] ?? ''
  const read = await readAnswers(request, async (call, where) =>
    call(getBulkExtension, { params: { bulkId } }, where),
  )
  return { ...read, bulkId }
}

/** Has none of those extended any more who wait. */
export async function stopBulkAction(args: ActionFunctionArgs): Promise<Answer<void>> {
  const { call, where, params } = await find(args)
  return settle(call(stopBulkExtension, { params }, where))
}

/** What became of everybody. It is read only when it is asked for, so it is no part of the page. */
export async function readResultAction(
  args: ActionFunctionArgs,
): Promise<Answer<readonly BulkItem[]>> {
  const { call, where, params } = await find(args)
  return settle(readEveryPage(async (query) => call(listBulkItems, { params, query }, where)))
}

async function find(args: ActionFunctionArgs) {
  const { call, organization } = await findPlace(args)
  return { call, where: { organization }, params: { bulkId: args.params['bulkId'] ?? '' } }
}
