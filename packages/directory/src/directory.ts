import type { GroupId, OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { Sponsor } from '@foyer/contracts/me'
import { type AccessTokens, createAccessTokens, type SignInPlace } from './access-tokens.ts'
import type { Credential } from './credential.ts'
import type { Deadline } from './deadline.ts'
import { DirectoryError, type DirectoryFailure } from './directory-error.ts'
import { createGraph, type Graph } from './graph.ts'
import { createGraphTransport, type GraphTransport } from './graph-transport.ts'
import { getGuestAccess, type GuestAccess } from './guest-access.ts'
import { type IdentityName, identityOf } from './identity.ts'
import { type GroupMembership, listMemberships } from './memberships.ts'
import { getOrganization, type Organization } from './organization.ts'
import { findPerson, type Person } from './person.ts'
import { memberReference } from './reference-url.ts'
import { listSponsors } from './sponsors.ts'

/** What Foyer asks of one organization's directory. Each function throws {@link DirectoryError}. */
export interface OrganizationDirectory {
  findPerson(personId: PersonId): Promise<Person | undefined>
  listSponsors(personId: PersonId): Promise<Sponsor[]>
  getOrganization(): Promise<Organization>
  getGuestAccess(): Promise<GuestAccess>
  listMemberships(personId: PersonId): Promise<GroupMembership[]>
  /** Afterwards the person is no direct member; one who was none before is no error. */
  removeMember(groupId: GroupId, personId: PersonId): Promise<void>
}

export interface Directory {
  /** @throws {DirectoryError} `directory-refused` for an organization that is not connected. */
  of(organizationId: OrganizationId, deadline: Deadline): OrganizationDirectory
}

export interface DirectorySetting extends SignInPlace {
  readonly organizations: readonly {
    readonly organizationId: OrganizationId
    readonly identities: Readonly<Partial<Record<IdentityName, Credential>>>
  }[]
  /** Told of every operation that ended. */
  readonly onAnswer?: (answer: DirectoryAnswer) => void
}

export interface DirectoryAnswer {
  readonly operation: keyof OrganizationDirectory
  readonly outcome: 'ok' | DirectoryFailure
  readonly seconds: number
}

interface Access {
  readonly tokens: AccessTokens
  readonly transport: GraphTransport
}

/**
 * The directories of all connected organizations, each asked by app-only identities of its own.
 *
 * @throws {TypeError} for a credential that cannot be read.
 */
export function createDirectory(setting: DirectorySetting): Directory {
  const accesses = new Map<OrganizationId, Map<string, Access>>(
    setting.organizations.map(({ organizationId, identities }) => [
      organizationId,
      new Map(
        Object.entries(identities).map(([name, credential]) => {
          const tokens = createAccessTokens(setting, organizationId, credential)
          return [name, { tokens, transport: createGraphTransport(setting.graph, tokens.get) }]
        }),
      ),
    ]),
  )

  return {
    of(organizationId, deadline) {
      async function by<T>(
        operation: keyof OrganizationDirectory,
        work: (graph: Graph) => Promise<T>,
      ): Promise<T> {
        const startedAt = performance.now()
        const report = (outcome: DirectoryAnswer['outcome']) =>
          setting.onAnswer?.({
            operation,
            outcome,
            seconds: (performance.now() - startedAt) / 1000,
          })
        try {
          const access = accesses.get(organizationId)?.get(identityOf[operation])
          if (!access) {
            throw new DirectoryError('directory-refused', { operation, reason: 'no.identity' })
          }
          const { tokens, transport } = access
          const result = await work(
            createGraph({
              operation,
              origin: setting.graph,
              transport,
              deadline,
              forgetToken: tokens.forget,
            }),
          )
          report('ok')
          return result
        } catch (error) {
          report(error instanceof DirectoryError ? error.code : 'directory-failed')
          throw error
        }
      }

      return {
        findPerson: async (personId) =>
          by('findPerson', async (graph) => findPerson(graph, personId)),
        listSponsors: async (personId) =>
          by('listSponsors', async (graph) => listSponsors(graph, personId)),
        getOrganization: async () => by('getOrganization', getOrganization),
        getGuestAccess: async () => by('getGuestAccess', getGuestAccess),
        listMemberships: async (personId) =>
          by('listMemberships', async (graph) => listMemberships(graph, personId)),
        removeMember: async (groupId, personId) =>
          by('removeMember', async (graph) =>
            graph.removeReference(memberReference(groupId, personId)),
          ),
      }
    },
  }
}
