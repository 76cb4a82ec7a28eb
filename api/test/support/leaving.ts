import { randomUUID } from 'node:crypto'
import type { OrganizationId } from '@foyer/contracts/ids'
import { leaveOrganization } from '@foyer/contracts/departure'
import { getReceipt, type Receipt } from '@foyer/contracts/receipt'
import { sql } from 'kysely'
import type { Answer } from './call.ts'
import type { Slug, Visitor, World } from './world.ts'

/** One press of the button. */
export async function leave(
  visitor: Visitor,
  confirmation: string,
  challenge?: string,
  key: string = randomUUID(),
): Promise<Answer> {
  const body = { confirmation, ...(challenge === undefined ? {} : { challenge }) }
  return visitor.call(leaveOrganization, { body, key })
}

/** The whole way: the button, the sign-in that it asks for, and the button again. */
export async function leaveAfterSigningIn(
  world: World,
  mail: string,
  slug: Slug,
  confirmation: string,
): Promise<Answer> {
  const visitor = await world.enter(mail, slug)
  const { body } = await leave(visitor, confirmation)
  const challenge = body['challenge']
  if (typeof challenge !== 'string') throw new Error(`no challenge, but ${String(body['code'])}`)
  return leave(await world.enter(mail, slug), confirmation, challenge)
}

/** The receipt behind an answer that accepted something, after all that is due was worked on. */
export async function receiptOf(
  world: Pick<World, 'portal' | 'comeWith'>,
  { status, body }: Answer,
): Promise<Receipt> {
  if (status !== 202) throw new Error(`not accepted, but ${status} ${String(body['code'])}`)
  await world.portal.settle()
  return readReceipt(world, body)
}

/** As it stands now, for whoever has the address. */
export async function readReceipt(
  world: Pick<World, 'comeWith'>,
  { receipt }: Readonly<Record<string, unknown>>,
): Promise<Receipt> {
  const token = String(receipt).replace('/receipts/', '')
  const answer = await world.comeWith(undefined).call(getReceipt, { params: { token } })
  if (answer.status !== 200) throw new Error(`no receipt, but ${String(answer.body['code'])}`)
  return answer.body as Receipt
}

/** What was put off need not wait. */
export async function hurryWork({ portal }: Pick<World, 'portal'>): Promise<void> {
  await portal.store.outside(async (handle) =>
    sql`UPDATE step SET due_at = clock_timestamp() WHERE state = 'waiting'`.execute(handle),
  )
}

/** Whatever an earlier test has left under way. */
export async function forgetWork(world: World, slug: Slug): Promise<void> {
  const organizationId = world.tenantIdOf(slug) as OrganizationId
  await world.portal.store.asOrganization(organizationId, async (transaction) => {
    await transaction.deleteFrom('step').execute()
    await transaction.deleteFrom('leaving').execute()
    await transaction.deleteFrom('ownerlessGroup').execute()
  })
  await world.portal.store.outside(async (handle) => handle.deleteFrom('allowance').execute())
}

/** The object id of whoever came. */
export function idOf({ token = '' }: Visitor): string {
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()
  return (JSON.parse(claims) as { oid: string }).oid
}
