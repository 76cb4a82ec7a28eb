import { expect } from 'vitest'
import type { Answer, withSimulator } from './world.ts'
import { list } from './world.ts'

const tenYearsInSeconds = 10 * 365 * 86_400

/** Calls about groups: by an app with chosen permissions, and groups by their names. */
export function groupCalls(world: ReturnType<typeof withSimulator>) {
  const claims = (slug: string) => {
    const { tenantId } = world.organization(slug)
    const { clientId } =
      world.simulator.registrations().tools.find((tool) => tool.tenantId === tenantId) ?? {}
    const seconds = Math.floor(world.simulator.clock.now().getTime() / 1000)
    return {
      aud: 'https://graph.microsoft.com',
      tid: tenantId,
      appid: clientId,
      exp: seconds + tenYearsInSeconds,
    }
  }
  const asApp = async (slug: string, ...roles: string[]) =>
    world.simulator.issueToken({ ...claims(slug), roles })
  const asPerson = async (slug: string, person: string, ...scopes: string[]) =>
    world.simulator.issueToken({
      ...claims(slug),
      oid: world.userId(person),
      name: person,
      scp: scopes.join(' '),
    })
  const send = async (
    token: string,
    method: string,
    path: string,
    body?: object,
  ): Promise<Answer> =>
    world.graph(token, `/v1.0${path}`, {
      method,
      ...(body
        ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
        : {}),
    })
  const admin = async (method: string, path: string, body?: object, slug = 'contoso') =>
    send(
      await asApp(slug, 'Group.ReadWrite.All', 'Directory.ReadWrite.All', 'Member.Read.Hidden'),
      method,
      path,
      body,
    )
  const groupId = async (name: string, slug = 'contoso'): Promise<string> => {
    const { body } = await admin('GET', '/groups?$top=999', undefined, slug)
    const group = list(body).find((one) => one['displayName'] === name)
    if (!group) throw new Error(`${slug} has no group ${name}`)
    return String(group['id'])
  }
  const getGroup = async (name: string, slug = 'contoso') =>
    (await admin('GET', `/groups/${await groupId(name, slug)}`, undefined, slug)).body
  /** The names in one of a group's relations. */
  const namesIn = async (id: string, relation: string, slug = 'contoso') => {
    const { body } = await admin('GET', `/groups/${id}/${relation}?$top=999`, undefined, slug)
    return list(body).map((one) => String(one['displayName']))
  }
  const effects = async () =>
    JSON.parse((await world.send('/simulator/effects')).text) as {
      what: string
      by: { kind: string; name: string }
      targets: Record<string, string>
      properties?: string[]
    }[]
  return { asApp, asPerson, send, admin, groupId, getGroup, namesIn, effects }
}

/** A reference as a body of Graph names it. */
export function referenceTo(id: string, set = 'directoryObjects'): { '@odata.id': string } {
  return { '@odata.id': addressOf(id, set) }
}

export function addressOf(id: string, set = 'directoryObjects'): string {
  return `https://graph.microsoft.com/v1.0/${set}/${id}`
}

export function errorOf({ body }: Answer): { code: string; message: string } {
  return body['error'] as { code: string; message: string }
}

/** An instant of the simulated clock, which runs on while a test does: its ten minutes. */
export function within(tenMinutes: string): string {
  return expect.stringMatching(new RegExp(`^${tenMinutes}`)) as string
}
