import type { PersonId } from '@foyer/contracts/ids'
import {
  agreeToReset,
  answerResetQuestion,
  askForReset,
  carryOutReset,
  stopReset,
} from '@foyer/contracts/reset'
import type { Answer } from './call.ts'
import { mailsTo } from './exit.ts'
import type { World } from './world.ts'

const roleIds = {
  'Helpdesk Administrator': '729827e3-9c14-49f7-bb1b-9608f156bbb8',
  'User Administrator': 'fe930be7-5e62-47db-91af-98c3a49a38b1',
} as const

/** A token for Graph of somebody of Contoso, by the registration for operators, or by what differs. */
export async function graphTokenOf(
  world: World,
  personId: PersonId,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { simulator } = world
  const { operatorActs } =
    simulator.registrations().organizations.find(({ slug }) => slug === 'contoso') ?? {}
  return simulator.issueToken({
    aud: 'https://graph.microsoft.com',
    tid: world.tenantIdOf('contoso'),
    oid: personId,
    name: 'An operator',
    appid: operatorActs?.clientId ?? '',
    scp: 'User.Invite.All User-Mail.ReadWrite.All',
    exp: Math.floor(simulator.clock.now().getTime() / 1000) + 3600,
    ...changes,
  })
}

/** Somebody's role over the whole directory of Contoso, as its administrator gives it. */
export async function giveRole(
  world: World,
  principalId: PersonId,
  role: keyof typeof roleIds,
): Promise<void> {
  const token = await world.simulator.issueToken({
    aud: 'https://graph.microsoft.com',
    tid: world.tenantIdOf('contoso'),
    appid: 'an administrator',
    roles: ['RoleManagement.ReadWrite.Directory'],
    exp: Math.floor(world.simulator.clock.now().getTime() / 1000) + 3600,
  })
  const path = '/v1.0/roleManagement/directory/roleAssignments'
  const reply = await fetch(`${world.simulator.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ principalId, roleDefinitionId: roleIds[role], directoryScopeId: '/' }),
  })
  if (!reply.ok) throw new Error(`no role: ${reply.status} ${await reply.text()}`)
}

/** As the page does it: sent, signed in anew, and sent again with the challenge. */
export async function askReset(
  world: World,
  by: string,
  guestId: PersonId,
  mail?: string,
): Promise<Answer> {
  const body = { reason: 'His mailbox is closed on Friday', ...(mail ? { mail } : {}) }
  const first = await (await world.enter(by)).call(askForReset, { params: { guestId }, body })
  if (first.body['code'] !== 'sign-in-too-old') return first
  const challenge = String(first.body['challenge'])
  const anew = await world.enter(by)
  return anew.call(askForReset, { params: { guestId }, body: { ...body, challenge } })
}

export async function agreeReset(world: World, by: string, guestId: PersonId): Promise<Answer> {
  const params = { guestId }
  const first = await (await world.enter(by)).call(agreeToReset, { params, body: {} })
  if (first.body['code'] !== 'sign-in-too-old') return first
  const body = { challenge: String(first.body['challenge']) }
  return (await world.enter(by)).call(agreeToReset, { params, body })
}

export async function stopResetOf(world: World, by: string, guestId: PersonId): Promise<Answer> {
  return (await world.enter(by)).call(stopReset, { params: { guestId } })
}

export async function carryOut(
  world: World,
  by: string,
  guestId: PersonId,
  delegatedToken: string,
): Promise<Answer> {
  return (await world.enter(by)).call(carryOutReset, { params: { guestId }, delegatedToken })
}

/** The token of the newest question in somebody's mails; empty where there is none. */
export async function questionFor(world: World, mail: string): Promise<string> {
  const mails = await mailsTo(world, mail)
  return mails.map(({ text }) => /\/reset\/([\w-]{43})/.exec(text)?.[1] ?? '').find(Boolean) ?? ''
}

export async function answerAs(world: World, mail: string, isWanted: boolean): Promise<Answer> {
  const token = await questionFor(world, mail)
  const input = { params: { token }, body: { isWanted } }
  return world.comeWith(undefined).call(answerResetQuestion, input)
}
