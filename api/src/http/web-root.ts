import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { BrowserConfiguration } from '@foyer/contracts/browser-configuration'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Configuration } from '../configuration/configuration.ts'
import { ConfigurationError } from '../configuration/configuration-error.ts'
import { pagePolicy } from './security-headers.ts'

const noncePlace = '__CSP_NONCE__'
const configurationPlace = '__FOYER_CONFIGURATION__'
const oneYearMs = 31_536_000_000

/**
 * The built web: its page, read and written anew for each request, because a build may replace it
 * while the process runs, and the names of its other files.
 */
export interface WebRoot {
  readonly folder: string
  /** Files beside index.html, such as the icon. */
  readonly files: readonly string[]
  sendPage(reply: FastifyReply): Promise<FastifyReply>
}

/** @throws {ConfigurationError} when the web was not built, or not for this server. */
export async function readWebRoot({
  webRoot,
  publicOrigin,
  signIn,
  resourceManager,
  organizations,
}: Pick<
  Configuration,
  'webRoot' | 'publicOrigin' | 'signIn' | 'resourceManager' | 'organizations'
>): Promise<WebRoot> {
  const indexPath = join(webRoot, 'index.html')
  const index = await readFile(indexPath, 'utf8').catch(() => {
    throw new ConfigurationError(`there is no built web in ${webRoot}; WEB_ROOT says where it is`)
  })
  for (const place of [noncePlace, configurationPlace]) {
    if (!index.includes(place)) throw new ConfigurationError(`index.html has no place ${place}`)
  }
  const entries = await readdir(webRoot, { withFileTypes: true })
  const configuration = scriptSafe({
    authority: signIn.authority,
    signInEndpoints: signIn.endpoints,
    clientId: signIn.webClientId,
    scope: signIn.scope,
    resourceManager,
    leavePage: signIn.leavePage,
  } satisfies BrowserConfiguration)

  // Only where some organization has it: what the page may reach is no more than what it needs.
  const lists = organizations.some(({ listsOtherOrganizations }) => listsOtherOrganizations)
  const connectTo = [...new Set([signIn.endpoints, ...(lists ? [resourceManager] : [])])]

  return {
    folder: webRoot,
    files: entries
      .filter((entry) => entry.isFile() && !/^index\.html|\.(br|gz|map)$/.test(entry.name))
      .map(({ name }) => name),
    async sendPage(reply) {
      const nonce = randomBytes(18).toString('base64')
      const page = (await readFile(indexPath, 'utf8'))
        .replaceAll(noncePlace, () => nonce)
        .replaceAll(configurationPlace, () => configuration)
      return reply
        .header('content-security-policy', pagePolicy(nonce, publicOrigin, connectTo))
        .header('content-type', 'text/html; charset=utf-8')
        .send(page)
    },
  }
}

/** Inside a script element only these could end it or begin a comment (HTML, 4.12.1.3). */
function scriptSafe(value: object): string {
  return JSON.stringify(value).replaceAll(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The page at the root, the files beside it, and the built assets, whose names are their hashes. */
export async function mountWeb(scope: FastifyInstance, web: WebRoot): Promise<void> {
  await scope.register(fastifyStatic, { root: web.folder, serve: false, preCompressed: true })
  const config = { caller: 'anyone' as const }

  scope.get('/', { config }, async (_request, reply) => web.sendPage(reply))
  for (const file of web.files) {
    scope.get(`/${file}`, { config }, async (_request, reply) =>
      reply.header('cache-control', 'no-cache').sendFile(file, { cacheControl: false }),
    )
  }
  scope.get<{ Params: { '*': string } }>('/assets/*', { config }, async (request, reply) =>
    reply.sendFile(`assets/${request.params['*']}`, { maxAge: oneYearMs, immutable: true }),
  )
}

/** A browser that goes to a page of the portal, whose addresses only the web knows. */
export function isNavigation({ method, headers, url }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  if (/^\/(v1|assets)(\/|\?|$)/.test(url)) return false
  const mode = headers['sec-fetch-mode']
  return (
    (mode === undefined || mode === 'navigate') && Boolean(headers.accept?.includes('text/html'))
  )
}
