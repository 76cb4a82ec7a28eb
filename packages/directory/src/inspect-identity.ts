import type { OrganizationId } from '@foyer/contracts/ids'
import { createAccessTokens, type SignInPlace } from './access-tokens.ts'
import type { Credential } from './credential.ts'
import { startDeadline } from './deadline.ts'
import { DirectoryError, type DirectoryFailure } from './directory-error.ts'
import { failureOf, troubleOf } from './graph-failure.ts'
import { createGraphTransport } from './graph-transport.ts'
import {
  deletesNothing,
  forbiddenPowers,
  type HarmlessQuestion,
  neededBy,
  type NeededPermission,
} from './harmless-question.ts'
import { type IdentityName, identityOf } from './identity.ts'
import { readHeldRoles, type HeldRoles } from './held-roles.ts'
import { retry } from './retry.ts'

/** What an identity can and cannot do, as its directory answers. */
export interface Inspection {
  /** Why it gets no token at all; nothing else was asked then. */
  readonly noToken?: DirectoryError
  readonly missing: readonly MissingPermission[]
  /** What it can do and must not be able to. */
  readonly tooMuch: readonly string[]
  /** The operations that it may do by a role over an administrative unit. */
  readonly byUnit: readonly string[]
  /** What could not be found out, and why. */
  readonly unknown: readonly { readonly what: string; readonly failure: DirectoryFailure }[]
}

export interface MissingPermission {
  readonly permission: string
  readonly operations: readonly string[]
  /** What is missing, where Foyer does without. */
  readonly without?: string
}

const deadlineMs = 20_000

type Verdict = 'may' | 'may-not' | { readonly failure: DirectoryFailure }

/**
 * Asks an organization's directory whether one identity may do what it is for, and whether it may do
 * what it must not, by questions that do nothing: about what does not exist, Graph says 404 to whoever
 * may ask and 403 to whoever may not.
 *
 * @throws {TypeError} for a credential that cannot be read.
 */
export async function inspectIdentity(
  place: SignInPlace,
  organizationId: OrganizationId,
  identity: IdentityName,
  credential: Credential,
): Promise<Inspection> {
  const tokens = createAccessTokens(place, organizationId, credential)
  const transport = createGraphTransport(
    place.graph,
    { mayDelete: deletesNothing, mayAdd: /^(?!)/, mayChange: deletesNothing },
    tokens.get,
  )
  const nothing = { missing: [], tooMuch: [], byUnit: [], unknown: [] }
  try {
    await tokens.get(startDeadline(deadlineMs))
  } catch (error) {
    if (error instanceof DirectoryError) return { ...nothing, noToken: error }
    throw error
  }

  const verdicts = new Map<string, Promise<Verdict>>()
  /** Several operations need the same; each question is asked once. */
  async function ask(question: HarmlessQuestion): Promise<Verdict> {
    const key = `${question.method} ${question.path}`
    const verdict = verdicts.get(key) ?? askOnce(question)
    verdicts.set(key, verdict)
    return verdict
  }

  async function askOnce(question: HarmlessQuestion): Promise<Verdict> {
    const deadline = startDeadline(deadlineMs)
    try {
      const answer = await retry(deadline, async () => {
        const attempt = await transport(question, deadline)
        return troubleOf(attempt) ?? attempt
      })
      if (answer.status === 401) return { failure: failureOf(answer).code }
      return answer.status === 403 ? 'may-not' : 'may'
    } catch (error) {
      return { failure: error instanceof DirectoryError ? error.code : 'directory-failed' }
    }
  }

  const held = await readHeldRoles(transport, credential.clientId, startDeadline(deadlineMs))
  const needs = await Promise.all(
    operationsOf(identity).flatMap(([operation, all]) =>
      all.map(async (needed) => ({ operation, needed, verdict: await ask(needed.question) })),
    ),
  )
  const allowed = new Set(
    needs.flatMap(({ operation, verdict }) => (verdict === 'may' ? [operation] : [])),
  )
  const powers = await Promise.all(
    forbiddenPowers
      .filter(({ except = [] }) => !except.includes(identity))
      .filter(({ comesWith }) => comesWith === undefined || !allowed.has(comesWith))
      .map(async ({ power, question }) => ({ power, verdict: await ask(question) })),
  )
  const refused = needs.filter(({ verdict }) => verdict === 'may-not')
  const isOfUnit = held.unitRoleOf === identity
  return {
    missing: isOfUnit ? [] : byPermission(refused),
    tooMuch: [
      ...tooMuchOf(identity, held),
      ...powers.filter(({ verdict }) => verdict === 'may').map(({ power }) => power),
    ],
    byUnit: isOfUnit ? refused.map(({ operation }) => operation) : [],
    unknown: [
      ...needs.map(({ operation, verdict }) => ({ what: operation, verdict })),
      ...powers.map(({ power, verdict }) => ({ what: power, verdict })),
    ].flatMap(({ what, verdict }) =>
      typeof verdict === 'object' ? [{ what, failure: verdict.failure }] : [],
    ),
  }
}

function operationsOf(identity: IdentityName): [string, readonly NeededPermission[]][] {
  return Object.entries(neededBy).filter(
    ([operation]) => identityOf[operation as keyof typeof identityOf] === identity,
  )
}

function* tooMuchOf(identity: IdentityName, { roles }: HeldRoles) {
  for (const { name, isOverEverything } of roles) {
    if (isOverEverything) yield `act as ${name} over the whole organization`
    else if (identity !== 'grouper' && identity !== 'keeper') yield `act as ${name} over a unit`
  }
}

function byPermission(
  lacking: readonly { readonly operation: string; readonly needed: NeededPermission }[],
): MissingPermission[] {
  const groups = Map.groupBy(lacking, ({ needed }) => needed.permission)
  return [...groups].map(([permission, found]) => {
    const without = found.map(({ needed }) => needed.without)
    const isOptional = without.every((one) => one !== undefined)
    return {
      permission,
      operations: [...new Set(found.map(({ operation }) => operation))],
      ...(isOptional ? { without: [...new Set(without)].join('; ') } : {}),
    }
  })
}
