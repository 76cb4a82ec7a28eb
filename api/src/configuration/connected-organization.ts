import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { OrganizationId } from '@foyer/contracts/ids'
import type { BudgetSetting } from '@foyer/directory/budget'
import { type Credential, readCertificate } from '@foyer/directory/credential'
import type { GuestAccess } from '@foyer/directory/guest-access'
import type { IdentityName } from '@foyer/directory/identity'
import { ConfigurationError } from './configuration-error.ts'
import type { FoyerFile } from './foyer-file.ts'
import { type MailSetting, readMailSetting } from './mail-setting.ts'

/** An organization that has connected Foyer. */
export interface ConnectedOrganization {
  readonly organizationId: OrganizationId
  readonly slug: string
  readonly name: string
  readonly domains: readonly string[]
  /** Whether it chose to be found by its name. */
  readonly listed: boolean
  /** What it declared of its leave setting; undefined where it left that to its directory. */
  readonly guestsMayLeave: boolean | undefined
  /** For how many hours whoever has left can take it back themselves; 0 where it is never. */
  readonly undoHours: number
  /** The authentication context that leaving has to meet; undefined where there is none. */
  readonly leaveContext: string | undefined
  /** How it answers requests to end access. */
  readonly exitRequests: {
    /** Within so many days an answer is owed. */
    readonly dueDays: number
    /** For so many days the account is only blocked. */
    readonly graceDays: number
    /** Who hears besides when an answer is overdue. */
    readonly escalateTo: string | undefined
  }
  /** Whether who is directly in a group that is a sponsor vouches for its guests. */
  readonly groupsVouch: boolean
  /** What it declared of its guests' access. */
  readonly guestAccess: GuestAccess | undefined
  /** Whether its guests may be shown their other organizations. */
  readonly listsOtherOrganizations: boolean
  /** With what operators act as themselves; undefined where there is no registration for it. */
  readonly operatorActs: { readonly clientId: string } | undefined
  /** How much Foyer asks of its directory at most. */
  readonly budget: BudgetSetting
  readonly identities: Readonly<Partial<Record<IdentityName, Credential>>>
  /** Undefined where its mails wait until it is set. */
  readonly mail: MailSetting | undefined
}

/** @throws {Error} for one that is not connected: the token guard lets nobody of such a one in. */
export function connectedOf(
  organizations: readonly ConnectedOrganization[],
  organizationId: OrganizationId,
): ConnectedOrganization {
  const connected = organizations.find((each) => each.organizationId === organizationId)
  if (!connected) throw new Error('this organization is not connected')
  return connected
}

/** In which an organization's own people are told. */
export function languageOfPeople({ mail }: Pick<ConnectedOrganization, 'mail'>): string {
  return mail?.language ?? 'en'
}

type Entry = FoyerFile['organizations'][number]
type Environment = Readonly<Record<string, string | undefined>>

/** The tenant in which personal accounts sign in as themselves: it is nobody's organization. */
const personalAccounts = '9188040d-6c67-4c5b-b112-36a304b66dad'

/** @throws {ConfigurationError} */
export async function readOrganizations(
  entries: readonly Entry[],
  folder: string,
  environment: Environment,
): Promise<readonly ConnectedOrganization[]> {
  refuseDoubles(entries)
  return Promise.all(
    entries.map(async ({ tenantId, identities, ...entry }, place) => {
      const organizationId = tenantId.toLowerCase() as OrganizationId
      if (organizationId === personalAccounts) {
        throw new ConfigurationError(`organizations.${place}.tenantId is that of personal accounts`)
      }
      const credentials = await Promise.all(
        Object.entries(identities).map(async ([name, identity]) => [
          name,
          {
            clientId: identity.clientId,
            pem: await readPem(
              identity.certificate,
              `organizations.${place}.identities.${name}.certificate`,
              folder,
              environment,
            ),
          },
        ]),
      )
      return Object.freeze({
        ...entry,
        organizationId,
        guestsMayLeave: entry.guestsMayLeave,
        undoHours: entry.undoHours ?? 0,
        leaveContext: entry.leaveContext,
        exitRequests: Object.freeze({
          dueDays: entry.exitRequests?.dueDays ?? 30,
          graceDays: entry.exitRequests?.graceDays ?? 7,
          escalateTo: entry.exitRequests?.escalateTo,
        }),
        groupsVouch: entry.groupsVouch ?? false,
        operatorActs: entry.operatorActs,
        guestAccess: entry.guestAccess,
        budget: Object.freeze(entry.budget ?? {}),
        listsOtherOrganizations: entry.listsOtherOrganizations ?? false,
        domains: Object.freeze(entry.domains),
        mail: readMailSetting(entry.mail, entry.domains, `organizations.${place}.mail`),
        identities: Object.freeze(Object.fromEntries(credentials) as Record<string, Credential>),
      } as ConnectedOrganization)
    }),
  )
}

async function readPem(
  certificate: { file: string } | { variable: string },
  place: string,
  folder: string,
  environment: Environment,
): Promise<string> {
  const pem =
    'file' in certificate
      ? await readFile(resolve(folder, certificate.file), 'utf8').catch(() => undefined)
      : environment[certificate.variable]
  if (!pem) throw new ConfigurationError(`${place} cannot be read`)
  try {
    readCertificate(pem)
  } catch {
    // The cause could quote the key.
    throw new ConfigurationError(`${place} holds no PKCS8 private key with its X.509 certificate`)
  }
  return pem
}

/** No two organizations answer to one word, whichever kind of word it is. */
function refuseDoubles(entries: readonly Entry[]): void {
  const owners = new Map<string, number>()
  for (const [place, { tenantId, slug, domains, listed, name }] of entries.entries()) {
    const words = new Set([tenantId, slug, ...domains, ...(listed ? [name] : [])])
    for (const word of [...words].map((each) => each.toLowerCase())) {
      const owner = owners.get(word)
      if (owner !== undefined && owner !== place) {
        throw new ConfigurationError(`organizations.${place}: ${word} is that of another one`)
      }
      owners.set(word, place)
    }
  }
}
