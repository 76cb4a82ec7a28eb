import type { SignInPlace } from '@foyer/directory/access-tokens'
import type { Credential } from '@foyer/directory/credential'
import type { DirectoryError } from '@foyer/directory/directory-error'
import type { IdentityName } from '@foyer/directory/identity'
import { inspectIdentity, type MissingPermission } from '@foyer/directory/inspect-identity'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import type { Finding } from './finding.ts'

const connect = 'docs/entra-setup.md, 2: run register-organization.mjs'

/** Without a reader nothing works; without the others, what they would do is not offered. */
export function missingIdentities({ slug, identities }: ConnectedOrganization): Finding[] {
  if (identities.reader) return []
  return [{ level: 'wrong', about: `${slug} reader`, said: 'foyer.json has none', fix: connect }]
}

/** What one identity of an organization may do, lacks, and must not be able to. */
export async function examineIdentity(
  place: SignInPlace,
  { organizationId, slug, guestAccess, guestsMayLeave }: ConnectedOrganization,
  name: string,
  credential: Credential,
): Promise<readonly Finding[]> {
  const identity = name as IdentityName
  const about = `${slug} ${identity}`
  const inspection = await inspectIdentity(place, organizationId, identity, credential)
  const { noToken, missing, tooMuch, byUnit, unknown } = inspection
  if (noToken) return [{ level: 'wrong', about, ...reasonOf(noToken) }]

  const declares = guestAccess !== undefined && guestsMayLeave !== undefined
  const findings: Finding[] = [
    ...missing.map((one) => findingOf(about, one, declares)),
    ...tooMuch.map((power) => ({
      level: 'wrong' as const,
      about,
      said: `it can ${power}, and must not`,
      fix: 'take away what docs/permissions.md does not give it; the script of docs/entra-setup.md, 2 names it',
    })),
    ...unknown.map(({ what, failure }) => ({
      level: 'wrong' as const,
      about,
      said: `nobody knows whether it can ${what}: ${failure}`,
      fix: 'ask again later',
    })),
  ]
  if (findings.some(({ level }) => level === 'wrong')) return findings
  const unit = byUnit.length > 0 ? ', by a role over an administrative unit' : ''
  const said = `it can do what it is for${unit}, and no more`
  return [{ level: 'ok', about, said }, ...findings]
}

function findingOf(
  about: string,
  { permission, operations, without }: MissingPermission,
  declares: boolean,
): Finding {
  const said = `it lacks ${permission}, for ${operations.join(', ')}`
  const isDeclared = permission === 'Policy.Read.All' && declares
  const isNote = isDeclared || (without !== undefined && permission !== 'Policy.Read.All')
  if (isNote) return { level: 'note', about, said: `${said}; ${without}` }
  return { level: 'wrong', about, said, fix: `${connect}, or give consent again` }
}

const sentences: Readonly<Record<string, readonly [said: string, fix: string]>> = {
  AADSTS700016: ['its client id is not known in this tenant', 'look at clientId in foyer.json'],
  AADSTS700027: [
    'its certificate is not registered',
    'docs/entra-setup.md, Rotate a certificate; look at certificate in foyer.json',
  ],
  AADSTS90002: ['there is no such tenant', 'look at tenantId in foyer.json, or take it out'],
  AADSTS700024: ['the time of its proof is not accepted', 'look at the clock of this machine'],
  AADSTS7000222: ['its certificate has ended', 'docs/entra-setup.md, Rotate a certificate'],
}

function reasonOf({ code, facts }: DirectoryError): Pick<Finding, 'said' | 'fix'> {
  const reason = facts.reason ?? code
  const [said, fix] = sentences[reason] ?? ['it gets no token', connect]
  return { said: `${said} (${reason})`, fix }
}
