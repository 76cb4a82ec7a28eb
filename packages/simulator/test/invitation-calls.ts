import { visitWithoutBrowser } from '../src/browserless-visit.ts'
import { groupCalls } from './group-calls.ts'
import type { Answer, withSimulator } from './world.ts'

export const redirectUrl = 'https://portal.example/welcome'

/** Invitations, by an app that may invite unless somebody else asks, and what came of them. */
export function invitationCalls(world: ReturnType<typeof withSimulator>) {
  const calls = groupCalls(world)
  const asInviter = async (slug = 'contoso') => calls.asApp(slug, 'User.Invite.All')
  const invite = async (
    body: Record<string, unknown>,
    token?: string,
    version = 'v1.0',
  ): Promise<Answer> =>
    world.graph(token ?? (await asInviter()), `/${version}/invitations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ inviteRedirectUrl: redirectUrl, ...body }),
    })
  const inviteMail = async (mail: string, more: Record<string, unknown> = {}, token?: string) =>
    invite({ invitedUserEmailAddress: mail, ...more }, token)
  /** Whom an invitation is for. */
  const idOf = ({ body }: Answer) => (body['invitedUser'] as { id: string }).id
  const read = async (path: string, slug = 'contoso') =>
    (
      await calls.send(
        await calls.asApp(slug, 'User.Read.All', 'Directory.Read.All', 'AuditLog.Read.All'),
        'GET',
        path,
      )
    ).body
  const getUser = async (id: string, slug = 'contoso') =>
    read(
      `/users/${id}?$select=displayName,mail,userPrincipalName,userType,creationType,externalUserState,externalUserStateChangeDateTime,identities,otherMails,proxyAddresses`,
      slug,
    )
  const setPolicy = async (change: object, slug = 'contoso') =>
    calls.send(
      await calls.asApp(slug, 'Policy.ReadWrite.Authorization'),
      'PATCH',
      '/policies/authorizationPolicy',
      change,
    )
  const linkOf = ({ body }: Answer) => String(body['inviteRedeemUrl'])
  /** Opens the link of an invitation as whoever has this address, and agrees to everything. */
  const redeem = async (answer: Answer, mail: string, cookie = '') =>
    visitWithoutBrowser({ address: linkOf(answer), mail, cookie })
  /** One page of an invitation after another, in one browser. */
  const browse = (answer: Answer) => {
    const rd = new URL(new URL(linkOf(answer)).searchParams.get('rd') ?? '')
    const path = `${rd.pathname}${rd.search}`
    let cookie = ''
    return {
      open: async () => world.send(path, { headers: { cookie } }),
      async send(form: Record<string, string>) {
        const page = await world.send(path, {
          method: 'POST',
          headers: { origin: world.simulator.url, cookie },
          body: new URLSearchParams(form),
        })
        cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
        return page
      },
    }
  }
  const stateOf = async (id: string, slug = 'contoso') =>
    (await getUser(id, slug))['externalUserState']
  /** What an organization allows people of another, by a setting of Graph's. */
  const setPartner = async (slug: string, tenantId: string, change: object) => {
    const token = await world.simulator.issueToken({
      aud: 'https://graph.microsoft.com',
      tid: await tenantIdOf(slug),
      appid: 'an administrator',
      roles: ['Policy.ReadWrite.CrossTenantAccess', 'Policy.Read.All'],
      exp: Math.floor(world.simulator.clock.now().getTime() / 1000) + 3600,
    })
    const partners = '/policies/crossTenantAccessPolicy/partners'
    const known = await calls.send(token, 'GET', `${partners}/${tenantId}`)
    if (known.status === 200) return calls.send(token, 'PATCH', `${partners}/${tenantId}`, change)
    return calls.send(token, 'POST', partners, { tenantId, ...change })
  }
  const tenantIdOf = async (slug: string): Promise<string> => {
    const domain = slug === 'adatum' ? 'adatum.com' : 'tailspin.com'
    const known = world.simulator.registrations().organizations.find((one) => one.slug === slug)
    if (known) return known.tenantId
    const answer = await world.send(`/${domain}/v2.0/.well-known/openid-configuration`)
    return String(answer.body['issuer']).split('/').at(-2) ?? ''
  }
  return {
    ...calls,
    asInviter,
    invite,
    inviteMail,
    idOf,
    read,
    getUser,
    linkOf,
    redeem,
    browse,
    stateOf,
    setPolicy,
    setPartner,
    tenantIdOf,
  }
}

/** Collaboration with everybody of another organization, or nobody. */
export function everybody(accessType: 'allowed' | 'blocked'): object {
  return {
    usersAndGroups: { accessType, targets: [{ target: 'AllUsers', targetType: 'user' }] },
    applications: {
      accessType,
      targets: [{ target: 'AllApplications', targetType: 'application' }],
    },
  }
}

/** What Graph says where it refuses. */
export function messageOf({ body }: Pick<Answer, 'body'>): string {
  return (body['error'] as { message: string }).message
}
