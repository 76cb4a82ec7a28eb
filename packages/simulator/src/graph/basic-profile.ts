import { readsByRole } from './authority.ts'
import { type Caller, holdsOneOf } from './caller.ts'
import { insufficientPrivileges } from './graph-error.ts'
import type { Call } from './operation.ts'
import type { Properties } from './properties.ts'

/** What User.ReadBasic.All shows (permissions-reference.md). */
const basic: ReadonlySet<string> = new Set([
  'displayName',
  'givenName',
  'id',
  'mail',
  'surname',
  'userPrincipalName',
])

const wideReaders = [
  'Directory.Read.All',
  'Directory.ReadWrite.All',
  'User.Read.All',
  'User.ReadWrite.All',
]
const wide = {
  application: [...wideReaders, 'User.ReadWrite.CrossCloud'],
  delegated: wideReaders,
}
const narrow = { application: ['User.ReadBasic.All'], delegated: ['User.ReadBasic.All'] }

/**
 * Takes out of a user what the caller may not see: those who have User.ReadBasic.All and nothing
 * wider see the basic profile, and of themselves everything.
 */
export function seenBy(caller: Caller, properties: Properties, userId: string): Properties {
  if (!seesBasicsOnly(caller) || caller.userId === userId) return properties
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      basic.has(name) ? value : empty(value),
    ]),
  )
}

/** @throws {GraphError} 403 by V-32, for a selection of more than the caller sees of a user. */
export function requireSelectable({ caller, simulation, query }: Call, userId?: string): void {
  if (simulation.variants.beyondBasicProfile === 'null') return
  if (!seesBasicsOnly(caller) || (userId !== undefined && caller.userId === userId)) return
  const names = [...basic].map((name) => name.toLowerCase())
  const isBasic = query.select?.every((name) => names.includes(name.toLowerCase())) ?? true
  if (!isBasic) throw insufficientPrivileges()
}

function seesBasicsOnly(caller: Caller): boolean {
  return holdsOneOf(caller, narrow) && !holdsOneOf(caller, wide) && !readsByAppRole(caller)
}

/** A person sees no more through an app than the app was granted. */
function readsByAppRole(caller: Caller): boolean {
  return caller.userId === undefined && readsByRole(caller)
}

function empty(value: unknown): unknown {
  return Array.isArray(value) ? [] : null
}
