import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pageHeaders } from '../pages/page.ts'
import { signedOutPage } from '../pages/sign-in-pages.ts'
import { isOwnForm } from '../pages/own-form.ts'
import type { Simulation } from '../simulation.ts'
import { authorize, type Visit } from './authorize.ts'
import { discoveryDocument, instanceDocument, keySet } from './discovery.ts'
import { logIn } from './log-in.ts'
import type { Outcome } from './outcome.ts'
import { cookieFor, sessionCookie } from './sessions.ts'
import { correlationIdOf, formOf, queryStringOf, sessionOf, showOutcome } from './show-outcome.ts'
import { errorBody, SignInError, traceOf } from './sign-in-error.ts'
import { answerTokenRequest } from './token-endpoint.ts'

interface TenantRoute {
  Params: { tenant: string }
  Querystring: Record<string, string | undefined>
}

/** The endpoints of sign-in, by the paths of login.microsoftonline.com. */
export function mountSignIn(app: FastifyInstance, simulation: Simulation): void {
  const documents = {
    'access-control-allow-origin': '*',
    'cache-control': 'max-age=86400, private',
  }

  app.get<TenantRoute>('/:tenant/v2.0/.well-known/openid-configuration', (request, reply) =>
    answerJson(simulation, request, reply.headers(documents), () =>
      discoveryDocument(simulation, request.params.tenant),
    ),
  )
  app.get<TenantRoute>('/:tenant/discovery/v2.0/keys', (request, reply) =>
    answerJson(simulation, request, reply.headers(documents), () =>
      keySet(simulation, request.params.tenant),
    ),
  )
  app.get<TenantRoute>('/:tenant/discovery/instance', (request, reply) =>
    answerJson(simulation, request, reply.headers(documents), () =>
      instanceDocument(simulation, request.query['authorization_endpoint'] ?? ''),
    ),
  )

  app.options('/:tenant/oauth2/v2.0/token', (request, reply) =>
    reply
      .headers({
        ...corsOf(request),
        'access-control-allow-methods': 'POST, OPTIONS',
        'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '*',
        'access-control-max-age': '86400',
      })
      .code(204)
      .send(),
  )
  app.post<TenantRoute>('/:tenant/oauth2/v2.0/token', (request, reply) => {
    reply.headers({ ...corsOf(request), 'cache-control': 'no-store, no-cache', pragma: 'no-cache' })
    return answerJson(simulation, request, reply, () =>
      answerTokenRequest(
        simulation,
        request.params.tenant,
        { ...formOf(request), ...basicCredentials(request) },
        request.headers.origin,
      ),
    )
  })

  app.get<TenantRoute>('/:tenant/oauth2/v2.0/authorize', (request, reply) =>
    show(simulation, request, reply, () => authorize(simulation, visitOf(simulation, request))),
  )
  app.post<TenantRoute>('/:tenant/login', (request, reply) => {
    if (!isOwnForm(simulation, request)) return reply.code(403).send('This form is not ours.')
    const visit = visitOf(simulation, request)
    const session = visit.session ?? simulation.sessions.create()
    if (!visit.session) reply.header('set-cookie', cookieFor(session))
    return show(simulation, request, reply, () =>
      logIn(simulation, { ...visit, session }, formOf(request)),
    )
  })

  app.get<TenantRoute>('/:tenant/oauth2/v2.0/logout', (request, reply) => {
    const session = simulation.sessions.find(request.headers.cookie)
    if (session) simulation.sessions.end(session)
    reply.header('set-cookie', `${sessionCookie}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`)
    const back = request.query['post_logout_redirect_uri']
    const isKnown = [...simulation.world.applications.values()].some(({ spaRedirectUris }) =>
      spaRedirectUris.includes(back ?? ''),
    )
    if (back && isKnown) {
      const url = new URL(back)
      const state = request.query['state']
      if (state !== undefined) url.searchParams.set('state', state)
      return reply.redirect(url.href)
    }
    return reply.headers(pageHeaders()).send(signedOutPage(session !== undefined))
  })
}

async function answerJson(
  simulation: Simulation,
  request: FastifyRequest,
  reply: FastifyReply,
  work: () => object | Promise<object>,
): Promise<FastifyReply> {
  try {
    return await reply.send(await work())
  } catch (error) {
    if (!(error instanceof SignInError)) throw error
    const trace = traceOf(simulation.clock.now(), correlationIdOf(request))
    return reply.code(error.status).send(errorBody(error, trace, simulation.authority))
  }
}

function show(
  simulation: Simulation,
  request: FastifyRequest<TenantRoute>,
  reply: FastifyReply,
  work: () => Outcome,
): FastifyReply {
  return showOutcome(simulation, request, reply, {
    action: `/${request.params.tenant}/login?${queryStringOf(request)}`,
    leadsTo: ({ answer }) => answer.redirectUri,
    work,
  })
}

function visitOf(simulation: Simulation, request: FastifyRequest<TenantRoute>): Visit {
  return {
    tenantName: request.params.tenant,
    query: request.query,
    session: sessionOf(simulation, request),
    isFramed: ['iframe', 'frame', 'embed', 'object'].includes(
      String(request.headers['sec-fetch-dest']),
    ),
  }
}

function corsOf(request: FastifyRequest): Record<string, string> {
  return request.headers.origin === undefined ? {} : { 'access-control-allow-origin': '*' }
}

/** `client_secret_basic` (RFC 6749, 2.3.1). */
function basicCredentials({ headers }: FastifyRequest): Record<string, string> {
  const [scheme, value = ''] = headers.authorization?.split(' ') ?? []
  if (scheme?.toLowerCase() !== 'basic') return {}
  const [id = '', secret = ''] = Buffer.from(value, 'base64').toString('utf8').split(':')
  return { client_id: decodeURIComponent(id), client_secret: decodeURIComponent(secret) }
}
