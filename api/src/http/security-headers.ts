import type { FastifyInstance, FastifyReply } from 'fastify'

export type HeaderTable = Readonly<Record<string, string>>

const twoYearsSeconds = 63_072_000

/** Only over https, and never `preload`: that binds every subdomain, and is the operator's word. */
function transportHeaders(publicOrigin: string): HeaderTable {
  return publicOrigin.startsWith('https:')
    ? { 'strict-transport-security': `max-age=${twoYearsSeconds}; includeSubDomains` }
    : {}
}

/** What every reply carries, of whatever kind and status. */
export function commonHeaders(publicOrigin: string): HeaderTable {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    ...transportHeaders(publicOrigin),
  }
}

/** For replies that no browser is to show as a page: a policy that allows nothing, and no copy. */
export const dataHeaders: HeaderTable = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cache-control': 'no-store',
}

/** What a page of the web reaches, besides its own origin. */
interface PageReach {
  /** Of the style elements that it makes; absent where it makes none. */
  readonly nonce?: string
  readonly connectTo?: readonly string[]
  /** Where its forms lead. */
  readonly formsTo?: readonly string[]
}

/** For the pages of the web. Sign-in is by redirect, so that no frame is needed. */
export function pagePolicy(
  publicOrigin: string,
  { nonce, connectTo = [], formsTo = [] }: PageReach,
): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${nonce === undefined ? '' : ` 'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${["'self'", ...connectTo].join(' ')}`,
    "frame-src 'none'",
    "manifest-src 'self'",
    `form-action ${["'self'", ...formsTo].join(' ')}`,
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    ...(publicOrigin.startsWith('https:') ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** Puts the headers on every reply; a route may set another policy or caching, nothing else. */
export function addSecurityHeaders(app: FastifyInstance, publicOrigin: string): void {
  const common = commonHeaders(publicOrigin)
  app.addHook('onSend', async (_request, reply, payload) => {
    setSecurityHeaders(reply, common)
    return payload
  })
}

export function setSecurityHeaders(reply: FastifyReply, common: HeaderTable): void {
  reply.headers(common)
  for (const [name, value] of Object.entries(dataHeaders)) {
    if (!reply.hasHeader(name)) reply.header(name, value)
  }
}
