import {
  type BulkPreview,
  extendGuests,
  previewBulkExtension,
} from '@foyer/contracts/bulk-extension'
import type { PersonId } from '@foyer/contracts/ids'
import { type ActionFunctionArgs, replace } from 'react-router'
import { type Answer, type Failure, settle } from '../../failure.ts'
import { paths } from '../../paths.ts'
import { findPlace } from '../find-place.ts'

/** Who would be extended to which day. */
interface BulkWish {
  readonly guestIds: readonly string[]
  readonly until: string
}

/** The same, decided: with why, and a key by which it is done once, however often it is sent. */
export type BulkOrder = BulkWish & { readonly reason: string; readonly key: string }

/** What was asked, and what would become of it. */
export interface Previewed {
  readonly until: string
  readonly answer: Answer<BulkPreview>
}

/** Asks who would be extended; it changes nothing. */
export async function previewBulkAction(args: ActionFunctionArgs): Promise<Previewed> {
  const { call, organization } = await findPlace(args)
  const { guestIds, until } = (await args.request.json()) as BulkWish
  const body = { guestIds: guestIds as PersonId[], until }
  return { until, answer: await settle(call(previewBulkExtension, { body }, { organization })) }
}

/** Has them extended, and leads to how it goes, which takes the question's place. */
export async function extendGuestsAction(
  args: ActionFunctionArgs,
): Promise<Response | { readonly failure: Failure }> {
  const { call, organization } = await findPlace(args)
  const { guestIds, until, reason, key } = (await args.request.json()) as BulkOrder
  const body = { guestIds: guestIds as PersonId[], until, reason }
  const answer = await settle(call(extendGuests, { body, key }, { organization }))
  return 'failure' in answer ? answer : replace(paths.bulk(organization.slug, answer.value.bulkId))
}
