import { leaveOrganization } from '@foyer/contracts/departure'
import type { Answer } from './call.ts'
import type { Slug, Visitor, World } from './world.ts'

/** One press of the button. */
export async function leave(
  visitor: Visitor,
  confirmation: string,
  challenge?: string,
): Promise<Answer> {
  const body = { confirmation, ...(challenge === undefined ? {} : { challenge }) }
  return visitor.call(leaveOrganization, { body })
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

/** The object id of whoever came. */
export function idOf({ token = '' }: Visitor): string {
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()
  return (JSON.parse(claims) as { oid: string }).oid
}
