import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What the simulator's tenants have registered for Foyer, as `simulator.registrations()` tells it. */
export interface Registrations {
  readonly web: { readonly clientId: string }
  readonly api: { readonly clientId: string; readonly scope: string }
  readonly organizations: readonly {
    readonly tenantId: string
    readonly slug: string
    readonly name: string
    readonly domains: readonly string[]
    readonly listed: boolean
    readonly identities: Readonly<
      Record<string, { readonly clientId: string; readonly pem: string } | undefined>
    >
    readonly operatorActs?: { readonly clientId: string }
  }[]
}

export interface DemoPlace {
  /** The origin that serves sign-in and Graph. */
  readonly simulatorUrl: string
  /** The https name of the same, for MSAL and for issuers. */
  readonly authority: string
  /** Where the simulator takes mails; without it they stay in the outbox. */
  readonly smtpUrl?: string
  /** Where foyer.json and the certificates are written; readable by the owner only. */
  readonly folder: string
}

/**
 * Writes the configuration with which the portal serves the simulator's organizations.
 *
 * @returns the path of foyer.json.
 */
export async function writeDemoConfiguration(
  registrations: Registrations,
  { simulatorUrl, authority, smtpUrl, folder }: DemoPlace,
): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })

  const organizations = await Promise.all(
    registrations.organizations.map(
      async ({ tenantId, slug, name, domains, listed, identities, operatorActs }) => ({
        tenantId,
        slug,
        name,
        domains,
        listed,
        listsOtherOrganizations: true,
        undoHours: 72,
        ...(operatorActs ? { operatorActs } : {}),
        ...(smtpUrl ? { mail: { from: `Foyer for ${name} <foyer@${domains[0]}>` } } : {}),
        identities: Object.fromEntries(
          await Promise.all(
            Object.entries(identities).flatMap(([power, identity]) =>
              identity ? [writeIdentity(folder, `${slug}-${power}.pem`, power, identity)] : [],
            ),
          ),
        ),
      }),
    ),
  )

  const path = join(folder, 'foyer.json')
  const configuration = {
    signIn: {
      authority,
      endpoints: simulatorUrl,
      webClientId: registrations.web.clientId,
      apiClientId: registrations.api.clientId,
      scope: registrations.api.scope,
    },
    graph: simulatorUrl,
    resourceManager: simulatorUrl,
    ...(smtpUrl ? { mail: mailDoorOf(smtpUrl) } : {}),
    organizations,
  }
  await writeFile(path, `${JSON.stringify(configuration, null, 2)}\n`, { mode: 0o600 })
  return path
}

function mailDoorOf(smtpUrl: string) {
  const { hostname: host, port } = new URL(smtpUrl)
  return { transport: 'smtp', host, port: Number(port), signIn: 'none' }
}

async function writeIdentity(
  folder: string,
  file: string,
  name: string,
  { clientId, pem }: { readonly clientId: string; readonly pem: string },
) {
  await writeFile(join(folder, file), pem, { mode: 0o600 })
  return [name, { clientId, certificate: { file } }] as const
}
