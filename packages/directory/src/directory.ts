import type { OrganizationId } from '@foyer/contracts/ids'
import { type Access, createAccesses } from './access.ts'
import type { SignInPlace } from './access-tokens.ts'
import type { BudgetSetting } from './budget.ts'
import type { Credential } from './credential.ts'
import type { Operator } from './delegated-token.ts'
import type { Deadline } from './deadline.ts'
import { DirectoryError, type DirectoryFailure } from './directory-error.ts'
import { createGraph, type Graph } from './graph.ts'
import type { GraphTransport } from './graph-transport.ts'
import { type IdentityName, identityOf } from './identity.ts'
import {
  countAttempts,
  type DirectoryRequest,
  type TellAttempts,
  tellRequestIds,
} from './metered-transport.ts'
import { createOperatorActs, type OperatorActs } from './operator-acts.ts'
import type { OrganizationDirectory } from './organization-directory.ts'
import { operationsBy } from './operations.ts'

/** How somebody asks. */
export interface Asking {
  /**
   * Nobody waits for it: it is held to the budget of the organization, and the directory refuses it
   * first.
   */
  readonly isPatient?: boolean
  /** Told the directory's own id of each request, by which it finds it in its logs. */
  readonly onRequestId?: (directoryRequestId: string) => unknown
}

export interface Directory {
  /** @throws {DirectoryError} `directory-refused` for an organization that is not connected. */
  of(organizationId: OrganizationId, deadline: Deadline, asking?: Asking): OrganizationDirectory
  /**
   * As a person, by their own token.
   *
   * @throws {DirectoryError} `directory-refused` where the organization has no registration for it.
   */
  asOperator(operator: Operator, deadline: Deadline, asking?: Asking): OperatorActs
}

export interface DirectorySetting extends SignInPlace {
  readonly organizations: readonly {
    readonly organizationId: OrganizationId
    readonly identities: Readonly<Partial<Record<IdentityName, Credential>>>
    /** The address of the one mailbox from which mails are sent. */
    readonly mailbox?: string | undefined
    readonly budget?: BudgetSetting
    /** With what operators act as themselves. */
    readonly operatorActs?: { readonly clientId: string } | undefined
  }[]
  /** Told of every operation that ended. */
  readonly onAnswer?: (answer: DirectoryAnswer) => void
  /** Told of every request that was sent for them. */
  readonly onRequest?: (request: DirectoryRequest) => void
  /** Stands around every operation, for whoever measures it. */
  readonly around?: <T>(call: DirectoryCall, work: (tell: TellAttempts) => Promise<T>) => Promise<T>
}

/** An operation that is to be carried out. */
export interface DirectoryCall {
  readonly operation: keyof OrganizationDirectory | keyof OperatorActs
  readonly identity: IdentityName | 'operator'
  readonly organizationId: OrganizationId
}

export interface DirectoryAnswer {
  readonly operation: DirectoryCall['operation']
  readonly outcome: 'ok' | DirectoryFailure
  readonly seconds: number
}

/**
 * The directories of all connected organizations, each asked by app-only identities of its own.
 *
 * @throws {TypeError} for a credential that cannot be read.
 */
export function createDirectory(setting: DirectorySetting): Directory {
  const around: Required<DirectorySetting>['around'] =
    setting.around ?? (async (_call, work) => work(() => {}))
  const accesses = createAccesses(setting)

  async function timed<T>(
    operation: DirectoryAnswer['operation'],
    work: () => Promise<T>,
  ): Promise<T> {
    const startedAt = performance.now()
    const report = (outcome: DirectoryAnswer['outcome']) =>
      setting.onAnswer?.({ operation, outcome, seconds: (performance.now() - startedAt) / 1000 })
    try {
      const result = await work()
      report('ok')
      return result
    } catch (error) {
      report(error instanceof DirectoryError ? error.code : 'directory-failed')
      throw error
    }
  }

  const clientIds = new Map(
    setting.organizations.map(({ organizationId, operatorActs }) => [
      organizationId,
      operatorActs?.clientId,
    ]),
  )

  const directory: Directory = {
    of(organizationId, deadline, { isPatient = false, onRequestId } = {}) {
      async function by<T>(
        operation: keyof OrganizationDirectory,
        work: (graph: Graph, access: Access) => Promise<T>,
        within = deadline,
      ): Promise<T> {
        const identity = identityOf[operation]
        const call = { operation, identity, organizationId }
        return around(call, async (tell) => carryOut(operation, work, within, tell))
      }

      async function carryOut<T>(
        operation: keyof OrganizationDirectory,
        work: (graph: Graph, access: Access) => Promise<T>,
        within: Deadline,
        tell: TellAttempts,
      ): Promise<T> {
        return timed(operation, async () => {
          const access = accesses.get(organizationId)?.get(identityOf[operation])
          if (!access) {
            throw new DirectoryError('directory-refused', { operation, reason: 'no.identity' })
          }
          const { tokens, transport } = access
          return work(
            createGraph({
              operation,
              origin: setting.graph,
              transport: followed(transport, tell, onRequestId),
              deadline: within,
              isPatient,
              forgetToken: tokens.forget,
            }),
            access,
          )
        })
      }

      return operationsBy(by, { deadline, redemption: [setting.authority, setting.endpoints] })
    },

    asOperator(operator, deadline, { onRequestId } = {}) {
      const { organizationId } = operator
      const call = { operation: 'resetSignIn', identity: 'operator', organizationId } as const
      const clientId = clientIds.get(organizationId)
      if (clientId === undefined) {
        const { operation } = call
        throw new DirectoryError('directory-refused', { operation, reason: 'no.registration' })
      }
      const reader = directory.of(organizationId, deadline)
      return {
        resetSignIn: async (reset) =>
          around(call, async (tell) => {
            const acts = createOperatorActs(operator, {
              graph: setting.graph,
              now: setting.now,
              clientId,
              deadline,
              reader,
              count: (transport) => followed(transport, tell, onRequestId),
            })
            return timed(call.operation, async () => acts.resetSignIn(reset))
          }),
      }
    },
  }
  return directory
}

/** Tells of each attempt, and of the directory's own id for it. */
function followed(
  transport: GraphTransport,
  tell: TellAttempts,
  onRequestId: Asking['onRequestId'],
): GraphTransport {
  return countAttempts(onRequestId ? tellRequestIds(transport, onRequestId) : transport, tell)
}
