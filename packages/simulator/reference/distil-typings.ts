import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { NamedType, NamedTypes } from './distil-description.ts'

/** Types that the description's part does not have and that simulated operations answer with. */
const wanted = [
  'UnifiedRoleAssignment',
  'UnifiedRoleAssignmentSchedule',
  'UnifiedRoleAssignmentScheduleInstance',
  'UnifiedRoleDefinition',
  'UnifiedRoleEligibilitySchedule',
  'UnifiedRoleEligibilityScheduleInstance',
]

const packageName = '@microsoft/microsoft-graph-types'

const primitives: Readonly<Record<string, string>> = {
  string: 'String',
  boolean: 'Boolean',
  number: 'Double',
}

interface Declaration {
  readonly base: string | undefined
  readonly properties: readonly (readonly [string, string])[]
}

/**
 * What Microsoft's own type definitions say of the types that are missing, and of whatever those
 * need in turn. Enumerations are texts there, and dates are.
 *
 * @param known the types that need no second source.
 */
export async function distilTypings(known: NamedTypes) {
  const require = createRequire(import.meta.url)
  const { version, license } = require(`${packageName}/package.json`) as Record<string, string>
  const file = require.resolve(`${packageName}/microsoft-graph.d.ts`)
  const declarations = readDeclarations(await readFile(file, 'utf8'))
  const types: Record<string, NamedType> = {}
  const open = [...wanted]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const declaration = declarations.get(name)
    if (!declaration || graphName(name) in known || graphName(name) in types) continue
    const { base, properties } = declaration
    types[graphName(name)] = {
      ...(base ? { base: graphName(base) } : {}),
      properties: Object.fromEntries(
        properties.map(([property, type]) => [property, expressionOf(type, declarations, open)]),
      ),
    }
    if (base) open.push(base)
  }
  const names = Object.keys(types).toSorted()
  return {
    source: `npm ${packageName} ${version ?? ''}`,
    licence: license,
    types: Object.fromEntries(names.map((name) => [name, types[name]])),
  }
}

function readDeclarations(text: string): ReadonlyMap<string, Declaration> {
  const plain = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  const interfaces = plain.matchAll(/interface (\w+)(?: extends (\w+))? \{([^}]*)\}/g)
  return new Map(
    [...interfaces].map(([, name = '', base, body = '']) => [
      name,
      {
        base,
        properties: [...body.matchAll(/^\s*"?([\w@.]+)"?\?: ([^;]+);/gm)].map(
          ([, property = '', type = '']) => [property, type.replaceAll(/\s+/g, '')] as const,
        ),
      },
    ]),
  )
}

/** `NullableOption<string>` is `String?`; types that are named on the way are put on `open`. */
function expressionOf(
  type: string,
  declarations: ReadonlyMap<string, Declaration>,
  open: string[],
): string {
  const nullable = /^NullableOption<(.*)>$/.exec(type)?.[1]
  if (nullable) return `${expressionOf(nullable, declarations, open)}?`
  if (type.endsWith('[]')) return `[${expressionOf(type.slice(0, -2), declarations, open)}]`
  const primitive = primitives[type]
  if (primitive) return primitive
  if (!declarations.has(type)) return 'String'
  open.push(type)
  return graphName(type)
}

function graphName(name: string): string {
  return `microsoft.graph.${name.charAt(0).toLowerCase()}${name.slice(1)}`
}
