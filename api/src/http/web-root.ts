import { randomBytes } from 'node:crypto'
import { access, readdir, readFile } from 'node:fs/promises'
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
 * The built web: its two pages, read anew for each request, because a build may replace them while the
 * process runs, and the names of its other files.
 */
export interface WebRoot {
  readonly folder: string
  /** Files beside the pages, such as the icon. */
  readonly files: readonly string[]
  /** The portal, for whoever signs in. */
  sendPage(reply: FastifyReply): Promise<FastifyReply>
  /** The light page of an invitation, for whoever is no guest yet. */
  sendInvitationPage(reply: FastifyReply): Promise<FastifyReply>
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
  const invitationPath = join(webRoot, 'invitation.html')
  await access(invitationPath).catch(() => {
    throw new ConfigurationError(`the web in ${webRoot} has no page for invitations`)
  })
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

  // Accepting is a form that is sent on to Microsoft, and from there to wherever the account is at home:
  // browsers hold each of these places against the policy of the page that had the form.
  const formsTo = [...new Set(['https:', new URL(signIn.endpoints).origin])]

  return {
    folder: webRoot,
    files: entries
      .filter((entry) => entry.isFile() && !/\.(html|br|gz|map)$/.test(entry.name))
      .map(({ name }) => name),
    async sendPage(reply) {
      const nonce = randomBytes(18).toString('base64')
      const page = (await readFile(indexPath, 'utf8'))
        .replaceAll(noncePlace, () => nonce)
        .replaceAll(configurationPlace, () => configuration)
      return reply
        .header('content-security-policy', pagePolicy(publicOrigin, { nonce, connectTo }))
        .header('content-type', 'text/html; charset=utf-8')
        .send(page)
    },
    async sendInvitationPage(reply) {
      return reply
        .header('content-security-policy', pagePolicy(publicOrigin, { formsTo }))
        .header('content-type', 'text/html; charset=utf-8')
        .send(await readFile(invitationPath, 'utf8'))
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

/** The pages, the files beside them, and the built assets, whose names are their hashes. */
export async function mountWeb(scope: FastifyInstance, web: WebRoot): Promise<void> {
  await scope.register(fastifyStatic, { root: web.folder, serve: false, preCompressed: true })
  const config = { caller: 'anyone' as const }

  scope.get('/', { config }, async (_request, reply) => web.sendPage(reply))
  // Whatever is sent as a token gets the same page, which alone knows what it is worth.
  for (const path of ['/i', '/i/:token']) {
    scope.get(path, { config }, async (_request, reply) => web.sendInvitationPage(reply))
  }
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
