// A process that answers the reads of the bench: `limit` as little as can be, `foyer` as it is served.
import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import jwt from '@fastify/jwt'
import { fastify, type FastifyInstance } from 'fastify'
import { createApp } from '../src/app.ts'
import { systemClock } from '../src/clock.ts'
import { readConfiguration } from '../src/configuration/configuration.ts'
import { createMetrics } from '../src/metrics/metrics.ts'
import { usualRateLimits } from '../src/http/rate-limit.ts'
import { openDirectory } from '../src/open-directory.ts'
import { openSigningKeys } from '../src/signing/key-file.ts'
import { openEmbedded } from '../src/store/embedded.ts'
import { openPostgres } from '../src/store/postgres.ts'
import { openUnmigrated } from '../src/store/store.ts'
import { startIssuer } from '../test/support/issuer.ts'
import { organizations } from './organizations.ts'
import type { ServerSetting } from './server-process.ts'

const setting = JSON.parse(process.argv[2] ?? '') as ServerSetting
const app = setting.role === 'foyer' ? await openFoyer(setting) : await openLimit(setting)
await app.listen({ port: 0, host: '127.0.0.1' })
process.send?.((app.server.address() as AddressInfo).port)
process.on('message', () => process.send?.(process.cpuUsage()))
// Whoever started it lets it go.
process.once('disconnect', () => process.exit())

/** Bare Fastify, a token checked by the library's cache, one row by its primary key, or many by one index. */
async function openLimit({ store, tokens, role }: ServerSetting): Promise<FastifyInstance> {
  const { databaseUrl, folder } = store
  const database = databaseUrl ? openPostgres(databaseUrl) : await openEmbedded(folder)
  const app = fastify()
  await app.register(jwt, {
    secret: { public: tokens.publicKey },
    verify: { algorithms: ['RS256'], allowedAud: tokens.audience, cache: 10_000 },
  })
  const ofOne = `SELECT name, mail, company, signs_in_with, created_at FROM bench.guest
    WHERE organization_id = $1 AND guest_id = $2`
  const ofMany = `SELECT guest_id, name, mail, company, is_enabled, is_redeemed, since, end_owner, ends_on,
      ends_because, end_set_at, confirmed_at, last_sign_in_at, visited_at, group_count, new_groups, gone_groups
    FROM bench.sponsored WHERE organization_id = $1 AND sponsor_id = $2`
  app.addHook('onRequest', async (request) => {
    await request.jwtVerify()
  })
  app.route({
    method: 'GET',
    url: '/limit',
    handler: async (request) => {
      const { tid, oid } = request.user as { tid: string; oid: string }
      if (role === 'limit-of-many') return database.ask(role, ofMany, [tid, oid])
      return (await database.ask(role, ofOne, [tid, oid]))[0]
    },
  })
  return app
}

/** The real app, with the usual limits of rate but for how often one caller may ask. */
async function openFoyer({ store, tokens, folder, file }: ServerSetting): Promise<FastifyInstance> {
  const own = join(folder, randomUUID())
  await mkdir(own)
  await writeFile(join(own, 'index.html'), '__CSP_NONCE__ __FOYER_CONFIGURATION__')
  await writeFile(join(own, 'invitation.html'), '')
  const configuration = await readConfiguration({
    FOYER_CONFIG: file ?? (await writeFoyerFile(own, tokens)),
    // Where the simulator's tenants know the portal.
    PUBLIC_ORIGIN: 'http://localhost:4280',
    WEB_ROOT: own,
    ...(store.databaseUrl ? { DATABASE_URL: store.databaseUrl } : { STORE_FOLDER: store.folder }),
  })
  const metrics = createMetrics()
  return createApp(configuration, {
    clock: systemClock,
    metrics,
    store: await openUnmigrated(configuration.store),
    directory: openDirectory(configuration, systemClock, metrics),
    signing: await openSigningKeys({ file: join(own, 'signing-key.pem'), mayBeMade: true }),
    rateLimits: { ...usualRateLimits, callerPerMinute: 1_000_000_000 },
  })
}

/** Organizations whose tokens this process can check, and which have no directory. */
async function writeFoyerFile(folder: string, tokens: ServerSetting['tokens']): Promise<string> {
  const issuer = await startIssuer()
  for (const { organizationId } of organizations) {
    const issuerOf = `${tokens.authority}/${organizationId}/v2.0`
    const key = { ...tokens.jwk, kid: tokens.keyId, use: 'sig', issuer: issuerOf }
    issuer.publish(organizationId, { body: JSON.stringify({ keys: [key] }) })
  }
  const path = join(folder, 'foyer.json')
  await writeFile(path, JSON.stringify(foyerFile(tokens, issuer.url)))
  return path
}

function foyerFile({ authority, audience, client }: ServerSetting['tokens'], endpoints: string) {
  return {
    signIn: {
      authority,
      endpoints,
      webClientId: client,
      apiClientId: audience,
      scope: `api://${audience}/access_as_user`,
    },
    graph: endpoints,
    organizations: organizations.map(({ organizationId, slug, name }) => ({
      tenantId: organizationId,
      slug,
      name,
      domains: [`${slug}.example`],
      listed: false,
      identities: {},
    })),
  }
}
