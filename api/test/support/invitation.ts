import { randomUUID } from 'node:crypto'
import type { OrganizationId } from '@foyer/contracts/ids'
import { inviteGuest, type NewInvitation } from '@foyer/contracts/invitation'
import { acceptFormOf } from '@foyer/contracts/invitation-link'
import { type BrowserlessArrival, visitWithoutBrowser } from '@foyer/simulator/browserless-visit'
import type { LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { unsealWords } from '../../src/words/seal.ts'
import type { Answer } from './call.ts'
import { mailsTo } from './exit.ts'
import type { Slug, Visitor, World } from './world.ts'

function wanted(mail: string, more: Partial<NewInvitation> = {}): NewInvitation {
  return {
    mail,
    name: 'Nora Hansen',
    purpose: 'Winter tender',
    endsOn: '2027-03-31',
    groupIds: [],
    language: 'en',
    ...more,
  }
}

export async function invite(
  visitor: Visitor,
  mail: string,
  more: Partial<NewInvitation> = {},
  key: string = randomUUID(),
): Promise<Answer> {
  return visitor.call(inviteGuest, { body: wanted(mail, more), key })
}

/** The token of the newest link that somebody was sent; empty where they were sent none. */
export async function linkFor(world: World, mail: string): Promise<string> {
  const mails = await mailsTo(world, mail)
  return mails.map(({ text }) => /\/i\/([\w-]{43})/.exec(text)?.[1] ?? '').find(Boolean) ?? ''
}

/** An invitation that was sent, and the token of its link. */
export async function sendInvitation(
  world: World,
  visitor: Visitor,
  mail: string,
  more: Partial<NewInvitation> = {},
): Promise<{ readonly token: string; readonly invitationId: string }> {
  const answer = await invite(visitor, mail, more)
  if (answer.status !== 201) throw new Error(`not invited, but ${String(answer.body['code'])}`)
  const token = await linkFor(world, mail)
  return { token, invitationId: String(answer.body['invitationId']) }
}

/** The form of the page, as a browser sends it. */
export async function accept(
  { portal }: Pick<World, 'portal'>,
  token: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<LightMyRequestResponse> {
  return portal.app.inject({
    method: 'POST',
    url: acceptFormOf(token),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
    payload: '',
  })
}

/** Goes through Microsoft's pages as whoever has this address. */
export async function redeem(address: string, mail: string): Promise<BrowserlessArrival> {
  return visitWithoutBrowser({ address, mail, cookie: '' })
}

/** Asks Graph in the name of somebody with these permissions. */
async function ask(
  world: World,
  slug: Slug,
  roles: readonly string[],
  method: string,
  path: string,
  body: object,
  version = 'v1.0',
): Promise<void> {
  const token = await world.simulator.issueToken({
    aud: 'https://graph.microsoft.com',
    tid: world.tenantIdOf(slug),
    appid: 'an administrator',
    roles,
    exp: Math.floor(world.simulator.clock.now().getTime() / 1000) + 3600,
  })
  const reply = await fetch(`${world.simulator.url}/${version}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
}

/** Whom an organization lets invite, as its administrator decides. */
export async function letInvite(
  world: World,
  allowInvitesFrom: string,
  slug: Slug = 'contoso',
): Promise<void> {
  const body = { allowInvitesFrom }
  const roles = ['Policy.ReadWrite.Authorization']
  await ask(world, slug, roles, 'PATCH', '/policies/authorizationPolicy', body)
}

/** From which domains an organization takes guests, as its administrator writes it down. */
export async function listDomains(world: World, slug: Slug, definition: object): Promise<void> {
  const roles = ['Policy.ReadWrite.B2BManagementPolicy']
  const body = { definition: [JSON.stringify(definition)] }
  await ask(world, slug, roles, 'POST', '/policies/b2bManagementPolicies', body, 'beta')
}

/** Somebody is invited at Microsoft's own door. */
export async function inviteElsewhere(world: World, mail: string): Promise<void> {
  await ask(world, 'contoso', ['User.Invite.All'], 'POST', '/invitations', {
    invitedUserEmailAddress: mail,
    inviteRedirectUrl: 'https://elsewhere.example',
  })
}

/** Whatever an earlier test has sent. */
export async function forgetInvitations(world: World, slug: Slug): Promise<void> {
  const organizationId = world.tenantIdOf(slug) as OrganizationId
  await world.portal.store.asOrganization(organizationId, async (transaction) => {
    for (const table of ['invitation', 'move', 'ending', 'mail', 'step', 'term'] as const) {
      await transaction.deleteFrom(table).execute()
    }
  })
  await world.portal.store.outside(async (handle) => {
    await handle.deleteFrom('allowance').execute()
    await handle.deleteFrom('link').execute()
  })
}

/** How many of the directory's guests have an address. */
export async function guestsOf(world: World, mail: string, slug: Slug = 'contoso') {
  const filter = encodeURIComponent(`mail eq '${mail}'`)
  const path = `/users?$filter=${filter}&$select=id,displayName,externalUserState,userType`
  const { value } = await world.graph<{
    value: readonly { id: string; displayName: string; externalUserState: string }[]
  }>(path, slug)
  return value
}

/** Everything that the store keeps of one organization, table by table, with its words unsealed. */
export async function readStore(world: World, slug: Slug): Promise<ReadonlyMap<string, string>> {
  const organizationId = world.tenantIdOf(slug) as OrganizationId
  return world.portal.store.asOrganization(organizationId, async (transaction) => {
    const { rows: tables } = await sql<{ name: string }>`SELECT relname AS name FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
        AND has_table_privilege(oid, 'SELECT')`.execute(transaction)
    const keys = await transaction.selectFrom('guestKey').select('key').execute()
    const texts = new Map<string, string>()
    for (const { name } of tables) {
      const { rows } = await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(name)}`.execute(
        transaction,
      )
      const values = rows.flatMap((row) => Object.values(row))
      texts.set(name, values.map((value) => textIn(value, keys)).join('\n'))
    }
    return texts
  })
}

function textIn(value: unknown, keys: readonly { readonly key: Uint8Array }[]): string {
  if (!(value instanceof Uint8Array)) return JSON.stringify(value) ?? ''
  for (const { key } of keys) {
    try {
      return JSON.stringify(unsealWords(key, value))
    } catch {
      // Sealed with another key, or no words.
    }
  }
  return Buffer.from(value).toString('utf8')
}
