import type { FastifyInstance } from 'fastify'
import { cast } from '../seed/cast.ts'
import type { Simulation } from '../simulation.ts'
import type { Simulator } from '../simulator.ts'
import { cookieFor, noteSignIn } from '../sign-in/sessions.ts'
import { mailHeaders, mailPage } from './mailbox-section.ts'
import { isOwnForm } from './own-form.ts'
import { pageHeaders } from './page.ts'
import { startPage } from './start-page.ts'

const dayMs = 86_400_000
const mostDays = 3650

/** The start page, and what its forms and links do. */
export function mountPages(
  app: FastifyInstance,
  simulation: Simulation,
  simulator: Omit<Simulator, 'close' | 'smtpUrl'>,
): void {
  app.get<{ Querystring: { mail?: string } }>('/', (request, reply) =>
    reply.headers(pageHeaders()).send(startPage(simulation, Number(request.query.mail))),
  )

  app.get<{ Params: { id: string } }>('/simulator/mails/:id/html', (request, reply) => {
    const mail = simulation.mailbox.list().find(({ id }) => String(id) === request.params.id)
    if (mail?.html === undefined) return reply.code(404).send('There is no such mail.')
    return reply.headers(mailHeaders).send(mailPage(mail))
  })

  app.post<{ Body: { days?: string; date?: string } | undefined }>(
    '/simulator/jump',
    (request, reply) => {
      if (!isOwnForm(simulation, request)) return reply.code(403).send('This form is not ours.')
      const { days, date } = request.body ?? {}
      const forward = Number(days)
      if (forward > 0 && forward <= mostDays) simulation.clock.advance(forward * dayMs)
      else if (date && !Number.isNaN(Date.parse(date))) {
        simulation.clock.set(sameTimeOn(date, simulation.clock.now()))
      }
      return reply.redirect('/', 303)
    },
  )
  app.post('/simulator/start-over', (request, reply) => {
    if (!isOwnForm(simulation, request)) return reply.code(403).send('This form is not ours.')
    simulator.reset()
    return reply.redirect('/', 303)
  })

  // A new session with this account alone, so that the portal's sign-in asks nothing.
  app.get<{ Querystring: { person?: string } }>('/simulator/enter', (request, reply) => {
    const person = cast.find(({ account }) => account.accountId === request.query.person)
    if (!person) return reply.redirect('/', 303)
    const session = simulation.sessions.create()
    noteSignIn(session, person.account, simulation.clock.now())
    reply.header('set-cookie', cookieFor(session))
    return reply.redirect(`${simulation.portalOrigin}/o/${person.slug}`, 303)
  })
}

function sameTimeOn(date: string, now: Date): Date {
  return new Date(`${date.slice(0, 10)}T${now.toISOString().slice(11)}`)
}
