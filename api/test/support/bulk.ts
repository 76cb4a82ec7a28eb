import { randomUUID } from 'node:crypto'
import {
  type Bulk,
  extendGuests,
  getBulkExtension,
  listBulkItems,
  type BulkItem,
} from '@foyer/contracts/bulk-extension'
import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import { bulkKind } from '../../src/bulks/bulk.ts'
import type { Answer } from './call.ts'
import { readPages } from './every-page.ts'
import type { Mail } from './exit.ts'
import type { Actor } from './stage.ts'
import { workOnNext } from './step-actor.ts'
import type { Visitor, World } from './world.ts'

const reason = 'The harbour drawings go on'

export async function askForBulk(
  visitor: Visitor,
  guestIds: readonly PersonId[],
  until: string,
  key: string = randomUUID(),
): Promise<Answer> {
  return visitor.call(extendGuests, { body: { guestIds: [...guestIds], until, reason }, key })
}

/** @returns the id of an accepted one. */
export async function beginBulk(
  visitor: Visitor,
  guestIds: readonly PersonId[],
  until: string,
): Promise<string> {
  const { status, body } = await askForBulk(visitor, guestIds, until)
  if (status !== 202) throw new Error(`not accepted, but ${status} ${String(body['code'])}`)
  return String(body['bulkId'])
}

export async function readBulk(visitor: Visitor, bulkId: string): Promise<Bulk> {
  const { status, body } = await visitor.call(getBulkExtension, { params: { bulkId } })
  if (status !== 200) throw new Error(`no bulk, but ${status} ${String(body['code'])}`)
  return body as unknown as Bulk
}

/** Works until nobody of it waits any more: where a machine is busy, a look may come too late. */
export async function finishBulk(world: World, visitor: Visitor, bulkId: string): Promise<Bulk> {
  for (;;) {
    await world.portal.settle()
    const bulk = await readBulk(visitor, bulkId)
    if (bulk.waiting === 0) return bulk
  }
}

/** Every page of the result. */
export async function readResult(
  visitor: Visitor,
  bulkId: string,
): Promise<{ readonly items: readonly BulkItem[]; readonly pages: number }> {
  const { items, pages } = await readPages(async (query) =>
    visitor.call(listBulkItems, { params: { bulkId }, query }),
  )
  return { items: items as BulkItem[], pages }
}

/** All mails that tell somebody until when they may stay, after all that is due was worked on. */
export async function extensionMails(world: World): Promise<Mail[]> {
  await world.portal.settle()
  const reply = await fetch(`${world.simulator.url}/simulator/mails`)
  return ((await reply.json()) as Mail[]).filter(({ text }) => text.includes(reason))
}

/** Whom the journal says were extended, one for each entry. */
export async function extendedGuests(world: World): Promise<string[]> {
  const organizationId = world.tenantIdOf('contoso') as OrganizationId
  const entries = await world.portal.store.asOrganization(organizationId, async (contoso) =>
    contoso
      .selectFrom('journal')
      .select('guestId')
      .where('act', '=', 'extend')
      .where('outcome', '=', 'done')
      .orderBy('position')
      .execute(),
  )
  return entries.map(({ guestId }) => String(guestId))
}

/** Somebody who extends one guest of a bulk, and stops before each look and each transaction. */
export async function workOnOne(world: World): Promise<Actor> {
  return workOnNext(world, bulkKind, ['getTies', 'holdsRole', 'getOrganization'])
}
