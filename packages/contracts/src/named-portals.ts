import { type Static, Type } from 'typebox'
import { operation } from './operation.ts'

/**
 * What an organization says at its own domain, so that whoever gets a mail can tell whether the portal
 * that it leads to is meant: nobody else can put anything there.
 */
export const NamedPortals = Type.Object({
  /** The origins of the portals through which the organization speaks to its guests. */
  portals: Type.Array(Type.String({ pattern: '^https?://[^/\\s]+$' }), {
    minItems: 1,
    maxItems: 20,
  }),
})
export type NamedPortals = Static<typeof NamedPortals>

export const namedPortalsPath = '/.well-known/foyer.json'

/** Where an organization names its portals, by one of its domains. */
export function namedPortalsUrl(domain: string): string {
  return `https://${domain}${namedPortalsPath}`
}

/** A portal that runs under the domain of an organization answers there itself. */
export const getNamedPortals = operation({
  id: 'getNamedPortals',
  method: 'GET',
  path: namedPortalsPath,
  caller: 'anyone',
  summary: 'The portal that this domain names for its guests: itself',
  success: { status: 200, reply: NamedPortals },
  problems: [],
})
