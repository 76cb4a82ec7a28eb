import { randomUUID } from 'node:crypto'
import type { Directory } from '@foyer/directory/directory'
import { fastify, type FastifyInstance, LogController } from 'fastify'
import type { Clock } from './clock.ts'
import type { Configuration } from './configuration/configuration.ts'
import { createChallenges } from './departure/challenge.ts'
import { createCursors } from './http/cursor.ts'
import { closeConnectionsAtTheEnd } from './http/farewell.ts'
import { answerNotFound } from './http/not-found.ts'
import { answerUnreadable } from './http/unreadable-request.ts'
import { measureRequests, type Metrics } from './metrics/metrics.ts'
import { logRequests, loggerSetting, type LogStream } from './http/log.ts'
import {
  limitByAddress,
  limitByCaller,
  limitRefusedTokens,
  type RateLimits,
  usualRateLimits,
} from './http/rate-limit.ts'
import { openScope, personScope, protectRoutes } from './http/scope.ts'
import { addSecurityHeaders } from './http/security-headers.ts'
import { sendProblem } from './http/send-problem.ts'
import { mountWeb, readWebRoot } from './http/web-root.ts'
import { codesFromNetwork, lookUpsADay, lostLinksFromNetwork } from './limits/allowance.ts'
import { limitByDay } from './limits/limit-by-day.ts'
import { mountBulkExtension } from './routes/bulk-extension.ts'
import { mountDescription } from './routes/description.ts'
import { mountDeparture } from './routes/departure.ts'
import { mountAskedEndings } from './routes/asked-endings.ts'
import { mountExceptions } from './routes/exceptions.ts'
import { mountExitRequests } from './routes/exit-requests.ts'
import { mountExitCodes, mountExits } from './routes/exits.ts'
import { mountDoubts } from './routes/doubts.ts'
import { mountGuests } from './routes/guests.ts'
import {
  mountAcceptance,
  mountInvitationLinks,
  mountLostInvitations,
} from './routes/invitation-links.ts'
import { mountInvitationFiles } from './routes/invitation-files.ts'
import { mountInvitations } from './routes/invitations.ts'
import { mountInvitationTemplates } from './routes/invitation-templates.ts'
import { mountInvitingDelegations } from './routes/inviting-delegations.ts'
import { mountJournal } from './routes/journal.ts'
import { mountLeftGuests } from './routes/left-guests.ts'
import { mountMe } from './routes/me.ts'
import { mountMyData } from './routes/my-data.ts'
import { mountMyInvitations } from './routes/my-invitations.ts'
import { mountNamedPortals } from './routes/named-portals.ts'
import { mountNotifications } from './routes/notifications.ts'
import { mountOrganizations } from './routes/organizations.ts'
import { mountOwnerlessGroups } from './routes/ownerless-groups.ts'
import { mountMoveLinks } from './routes/move-links.ts'
import { mountMoves } from './routes/moves.ts'
import { mountPolicy } from './routes/policy.ts'
import { mountProbes } from './routes/probes.ts'
import { mountReceipts } from './routes/receipts.ts'
import { mountResetQuestions, mountResets } from './routes/resets.ts'
import { mountSigningKeys } from './routes/signing-keys.ts'
import { mountStay } from './routes/stay.ts'
import { mountSuccessions } from './routes/successions.ts'
import { mountWayBack } from './routes/way-back.ts'
import type { SigningKeys } from './signing/signing-keys.ts'
import type { Store } from './store/store.ts'
import { expectationsOf } from './token/expectations.ts'
import { traceRequests } from './tracing/trace-requests.ts'
import type { Tracing } from './tracing/tracing.ts'
import { createKeyCache } from './token/key-cache.ts'
import { guardByToken } from './token/token-guard.ts'

export interface AppSetting {
  readonly clock: Clock
  readonly store: Store
  readonly directory: Directory
  readonly metrics: Metrics
  readonly signing: SigningKeys
  readonly tracing?: Tracing | undefined
  readonly logStream?: LogStream
  readonly rateLimits?: RateLimits
  /** How long a person waits for the directory. */
  readonly directoryDeadlineMs?: number
}

const largestBodyBytes = 64 * 1024

/**
 * The API and the portal's page, ready to listen or to be injected into. This is the map of
 * protection: each scope says who may call its routes, and an open one says why it is open.
 *
 * @throws {ConfigurationError} or the reason why a route is not protected.
 */
export async function createApp(
  configuration: Configuration,
  {
    clock,
    store,
    directory,
    metrics,
    signing,
    tracing,
    logStream,
    rateLimits = usualRateLimits,
    directoryDeadlineMs = 5_000,
  }: AppSetting,
): Promise<FastifyInstance> {
  const { publicOrigin, organizations, signIn, trustedProxies, challengeKey } = configuration
  const web = await readWebRoot(configuration)
  const expected = expectationsOf(configuration)
  const app = fastify({
    logger: loggerSetting(configuration.logLevel, logStream),
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'requestId',
    }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit: largestBodyBytes,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 200 },
    ...answerUnreadable(publicOrigin),
  })
  const keys = createKeyCache({
    keysUrlOf: (organizationId) => `${signIn.endpoints}/${organizationId}/discovery/v2.0/keys`,
    issuerOf: expected.issuerOf,
    onFetch: (outcome, cause) => {
      metrics.countKeyFetch(outcome)
      if (cause) app.log.warn({ err: cause }, 'signing keys could not be read')
    },
  })
  app.removeContentTypeParser('text/plain')
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply))
  addSecurityHeaders(app, publicOrigin)
  logRequests(app)
  closeConnectionsAtTheEnd(app)
  measureRequests(app, metrics)
  if (tracing) traceRequests(app, tracing)
  const routes = protectRoutes(app)

  await app.register(
    personScope(async (me) => {
      await limitByCaller(me, rateLimits.callerPerMinute)
      limitRefusedTokens(me, rateLimits.refusedTokensPerMinute)
      await guardByToken(me, { expected, keys, now: clock.now })
      const setting = { directory, store, clock, organizations, deadlineMs: directoryDeadlineMs }
      mountMe(me, setting)
      mountJournal(me, { ...setting, cursors: createCursors(challengeKey, 'journal') })
      mountMyData(me, setting)
      mountMyInvitations(me, setting)
      mountStay(me, setting)
      mountDoubts(me, setting)
      mountGuests(me, { ...setting, challenges: createChallenges(challengeKey) })
      mountSuccessions(me, { ...setting, challenges: createChallenges(challengeKey) })
      mountExceptions(me, setting)
      mountResets(me, {
        ...setting,
        challenges: createChallenges(challengeKey),
        publicOrigin,
        graph: configuration.graph,
      })
      mountAskedEndings(me, setting)
      mountBulkExtension(me, { ...setting, cursors: createCursors(challengeKey, 'bulk-extension') })
      mountInvitations(me, { ...setting, cursors: createCursors(challengeKey, 'invitations') })
      mountInvitationFiles(me, {
        ...setting,
        cursors: createCursors(challengeKey, 'invitation-files'),
      })
      mountInvitationTemplates(me, setting)
      mountInvitingDelegations(me, setting)
      mountMoves(me, setting)
      mountLeftGuests(me, setting)
      mountExitRequests(me, setting)
      mountOwnerlessGroups(me, setting)
      mountPolicy(me, setting)
      mountDeparture(me, {
        ...setting,
        challenges: createChallenges(challengeKey),
        leavePage: signIn.leavePage,
      })
    }),
  )
  await app.register(
    openScope('whoever looks for their organization has no token of it yet', async (open) => {
      await limitByAddress(open, rateLimits.lookUpsPerMinute)
      limitByDay(open, store, lookUpsADay)
      mountOrganizations(open, organizations)
    }),
  )
  await app.register(
    openScope('whoever has left has no token any more: the address is the key', async (open) => {
      await limitByAddress(open, rateLimits.receiptsPerMinute)
      const receipts = { store, organizations, now: clock.now }
      mountReceipts(open, { ...receipts, signing, publicOrigin })
      mountWayBack(open, { ...receipts, directory, deadlineMs: directoryDeadlineMs })
    }),
  )
  await app.register(
    openScope('whoever cannot sign in asks for a code to their address', async (open) => {
      await limitByAddress(open, rateLimits.codesPerMinute)
      limitByDay(open, store, codesFromNetwork)
      mountExitCodes(open, { store, organizations, now: clock.now })
    }),
  )
  await app.register(
    openScope(
      'the code, and the addresses in mails, are the keys to what they do',
      async (open) => {
        await limitByAddress(open, rateLimits.receiptsPerMinute)
        const deadlineMs = directoryDeadlineMs
        mountExits(open, { store, directory, organizations, now: clock.now, deadlineMs })
        mountResetQuestions(open, { store, organizations, now: clock.now })
      },
    ),
  )
  await app.register(
    openScope('whoever has lost the link of an invitation has no other key', async (open) => {
      await limitByAddress(open, rateLimits.codesPerMinute)
      limitByDay(open, store, lostLinksFromNetwork)
      mountLostInvitations(open, { store, organizations })
    }),
  )
  await app.register(
    openScope('whoever is invited has no account here yet: the link is the key', async (open) => {
      await limitByAddress(open, rateLimits.receiptsPerMinute)
      const deadlineMs = directoryDeadlineMs
      const links = { store, directory, organizations, now: clock.now, publicOrigin, deadlineMs }
      mountInvitationLinks(open, links)
      await open.register(
        openScope('it is a form of the same page', async (form) => {
          mountAcceptance(form, links)
        }),
      )
    }),
  )
  await app.register(
    openScope('whoever had the old address may not sign in any more', async (open) => {
      await limitByAddress(open, rateLimits.receiptsPerMinute)
      mountMoveLinks(open, { store, organizations, now: clock.now })
    }),
  )
  await app.register(
    openScope('what a mail leads to, and what is signed, is checked by anybody', async (open) => {
      await limitByAddress(open, rateLimits.pagesPerMinute)
      mountSigningKeys(open, signing)
      mountNamedPortals(open, publicOrigin)
    }),
  )
  if (configuration.notificationOrigin) {
    await app.register(
      openScope('directories have no token: each notification carries a secret', async (open) => {
        await limitByAddress(open, rateLimits.notificationsPerMinute)
        const { registry } = metrics
        mountNotifications(open, { store, organizations, now: clock.now, registry })
      }),
    )
  }
  await app.register(
    openScope('machines that watch the process have no token, and see no person', async (open) => {
      mountProbes(open, { keys, organizations, store })
    }),
  )
  await app.register(
    openScope('the page, its files and the description are the same for all', async (open) => {
      await limitByAddress(open, rateLimits.pagesPerMinute)
      mountDescription(open, publicOrigin)
      await mountWeb(open, web)
      open.setNotFoundHandler({ preHandler: open.rateLimit() }, answerNotFound(routes, web))
    }),
  )
  return app
}
