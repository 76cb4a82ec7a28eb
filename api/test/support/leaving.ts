import { leaveOrganization } from '@foyer/contracts/departure'
import type { Answer, World } from './world.ts'

/** One press of the button. */
export async function leave(
  world: World,
  token: string,
  confirmation: string,
  challenge?: string,
): Promise<Answer> {
  const body = { confirmation, ...(challenge === undefined ? {} : { challenge }) }
  return world.call(token, leaveOrganization, { body })
}

/** The whole way: the button, the sign-in that it asks for, and the button again. */
export async function leaveAfterSigningIn(
  world: World,
  mail: string,
  slug: string,
  confirmation: string,
): Promise<Answer> {
  const { accessToken } = await world.enter(mail, slug)
  const { body } = await leave(world, accessToken, confirmation)
  const challenge = body['challenge']
  if (typeof challenge !== 'string') throw new Error(`no challenge, but ${String(body['code'])}`)
  const { accessToken: fresh } = await world.enter(mail, slug)
  return leave(world, fresh, confirmation, challenge)
}

/** The object id that a token names. */
export function idOf(token: string): string {
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()
  return (JSON.parse(claims) as { oid: string }).oid
}
