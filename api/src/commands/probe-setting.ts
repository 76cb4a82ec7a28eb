import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createAccessTokens } from '@foyer/directory/access-tokens'
import type { Credential } from '@foyer/directory/credential'
import { startDeadline } from '@foyer/directory/deadline'
import type { ProbedOrganization, ProbeSetting, TokenSource } from '@foyer/directory/probe/setting'
import type { Clock } from '../clock.ts'
import { ConfigurationError } from '../configuration/configuration-error.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import type { Loan, ProbeFile } from './probe-file.ts'

type Environment = Readonly<Record<string, string | undefined>>

const tokenDeadlineMs = 20_000

/**
 * What the probe may ask: Foyer's own identities of foyer.json, and what the operator lends.
 *
 * @throws {ConfigurationError} for an organization that is not connected, or a loan that is not there.
 */
export async function readProbeSetting(
  configuration: Configuration,
  file: ProbeFile & { readonly folder: string },
  environment: Environment,
  clock: Clock,
): Promise<ProbeSetting> {
  const { signIn, graph, resourceManager, publicOrigin } = configuration
  const organizations = await Promise.all(
    Object.entries(file.organizations).map(async ([slug, lent]): Promise<ProbedOrganization> => {
      const connected = configuration.organizations.find((each) => each.slug === slug)
      if (!connected) throw new ConfigurationError(`foyer.json has no organization ${slug}`)
      const own = (credential: Credential | undefined) =>
        credential && tokensOf(configuration, connected, credential, clock)
      const borrowed = async (loan: Loan | undefined) =>
        loan && borrow(configuration, connected, loan, file.folder, environment, clock)
      const powers = {
        reader: own(connected.identities.reader),
        keeper: own(connected.identities.keeper),
        operator: await borrowed(lent.operator),
        basicReader: await borrowed(lent.basicReader),
      }
      return {
        slug,
        organizationId: connected.organizationId,
        powers: Object.fromEntries(Object.entries(powers).filter(([, source]) => source)),
        guestUnitId: lent.guestUnit,
      }
    }),
  )
  return {
    endpoints: signIn.endpoints,
    graph,
    resourceManager,
    webClientId: signIn.webClientId,
    apiClientId: signIn.apiClientId,
    scope: signIn.scope,
    redirectUri: `${publicOrigin}/`,
    organizations,
    guests: file.guests.map(({ mayBeDeleted = false, isSynchronized = false, ...guest }) => ({
      ...guest,
      isDisposable: mayBeDeleted,
      isSynchronized,
    })),
  }
}

function tokensOf(
  { signIn, graph }: Configuration,
  { organizationId }: ConnectedOrganization,
  credential: Credential,
  { now }: Clock,
): TokenSource {
  const { authority, endpoints } = signIn
  const tokens = createAccessTokens(
    { authority, endpoints, graph, now },
    organizationId,
    credential,
  )
  return { get: async () => tokens.get(startDeadline(tokenDeadlineMs)), forget: tokens.forget }
}

async function borrow(
  configuration: Configuration,
  organization: ConnectedOrganization,
  loan: Loan,
  folder: string,
  environment: Environment,
  clock: Clock,
): Promise<TokenSource> {
  if ('tokenVariable' in loan) {
    const token = environment[loan.tokenVariable]
    if (!token) throw new ConfigurationError(`${loan.tokenVariable} holds no token`)
    return { get: async () => token, forget: () => {} }
  }
  const { clientId, certificate } = loan
  const pem =
    'file' in certificate
      ? await readFile(resolve(folder, certificate.file), 'utf8').catch(() => undefined)
      : environment[certificate.variable]
  if (!pem) throw new ConfigurationError(`the certificate of ${clientId} cannot be read`)
  return tokensOf(configuration, organization, { clientId, pem }, clock)
}
