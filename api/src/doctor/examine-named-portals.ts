import { NamedPortals, namedPortalsUrl } from '@foyer/contracts/named-portals'
import { Check } from 'typebox/value'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import type { Finding } from './finding.ts'

const deadlineMs = 10_000
const largestBytes = 16 * 1024

/**
 * Whether an organization names this portal at its own domains, which is how whoever gets a mail can
 * check it. Without it everything works, and nobody can be sure.
 */
export async function examineNamedPortals(
  { slug, domains }: Pick<ConnectedOrganization, 'slug' | 'domains'>,
  publicOrigin: string,
): Promise<Finding[]> {
  return Promise.all(
    domains.map(async (domain) => {
      const about = `${slug} ${domain}`
      const url = namedPortalsUrl(domain)
      const portals = await readPortals(url)
      if (portals?.includes(publicOrigin)) {
        return { level: 'ok', about, said: `names this portal at ${url}` }
      }
      return {
        level: 'note',
        about,
        said: portals
          ? `names other portals at ${url}, and not ${publicOrigin}`
          : `names no portal at ${url}, so that guests cannot check where a mail leads`,
        fix: 'docs/entra-setup.md, Name the portal at your domain',
      }
    }),
  )
}

/** Undefined where nothing that can be read stands there. */
async function readPortals(url: string): Promise<readonly string[] | undefined> {
  try {
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(deadlineMs),
    })
    const text = response.ok ? await response.text() : ''
    if (text.length > largestBytes) return undefined
    const document: unknown = JSON.parse(text)
    return Check(NamedPortals, document) ? document.portals : undefined
  } catch {
    return undefined
  }
}
