import type { FastifyInstance } from 'fastify'
import { isOwnForm } from '../pages/own-form.ts'
import type { Simulation } from '../simulation.ts'
import { openInvitation, type Redemption, takeUpInvitation } from './redemption.ts'
import { cookieFor } from './sessions.ts'
import { formOf, queryStringOf, sessionOf, showOutcome } from './show-outcome.ts'

interface RedemptionRoute {
  Querystring: Record<string, string | undefined>
}

/** The link of an invitation, by the paths of login.microsoftonline.com and invitations.microsoft.com. */
export function mountRedemption(app: FastifyInstance, simulation: Simulation): void {
  const leadsTo = ({ invitation }: Redemption) => invitation.redirectUrl

  // It forwards to the own door alone: whatever else stands there is an invitation to nothing.
  app.get<{ Querystring: { rd?: string } }>('/redeem', (request, reply) => {
    const target = URL.parse(request.query.rd ?? '')
    const query = target?.pathname === '/redeem/' ? target.search : ''
    return reply.redirect(`/redeem/${query}`)
  })
  app.get<RedemptionRoute>('/redeem/', (request, reply) =>
    showOutcome(simulation, request, reply, {
      action: `/redeem/?${queryStringOf(request)}`,
      leadsTo,
      work: () => openInvitation(simulation, request.query, sessionOf(simulation, request)),
    }),
  )
  app.post<RedemptionRoute>('/redeem/', (request, reply) => {
    if (!isOwnForm(simulation, request)) return reply.code(403).send('This form is not ours.')
    const known = sessionOf(simulation, request)
    const session = known ?? simulation.sessions.create()
    if (!known) reply.header('set-cookie', cookieFor(session))
    return showOutcome(simulation, request, reply, {
      action: `/redeem/?${queryStringOf(request)}`,
      leadsTo,
      work: () => takeUpInvitation(simulation, request.query, session, formOf(request)),
    })
  })
}
