// Reads Microsoft's OpenAPI description down to names: operations with what they answer, and types
// with their properties. A type is written as OData writes it, without `Edm.`: `String`, `[String]`
// for many, `String?` where null is allowed.

interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly nullable?: boolean
  readonly enum?: readonly string[]
  readonly 'x-enum-members'?: readonly string[]
  readonly items?: Schema
  readonly allOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: unknown
}

interface Response {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>
}

export interface Description {
  readonly info: { readonly title: string; readonly license: { readonly name: string } }
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Record<string, Response> }>>>
  >
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** One type of Graph: an enumeration has members, anything else properties. */
export interface NamedType {
  readonly base?: string
  /** May carry properties that nobody has described, such as extensions. */
  readonly isOpen?: boolean
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, string>>
  readonly members?: readonly string[]
  /** Several members may stand together, separated by commas. */
  readonly isFlags?: boolean
}

export type NamedTypes = Readonly<Record<string, NamedType>>

/** What each operation answers, by status: a type, `text`, or nothing. */
export function distilOperations({ paths }: Description) {
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses }]) => {
      const operation = `${method.toUpperCase()} ${plainPath(path)}`
      const answers = Object.entries(responses)
        .filter(([status]) => status.startsWith('2'))
        .map(([status, response]) => [status, answerOf(operation, response)])
      return [operation, Object.fromEntries(answers)] as const
    }),
  )
  return Object.fromEntries(rows) as Record<string, Record<string, string | null>>
}

/** Every schema as a named type; what is described in place is named for where it stands. */
export function distilTypes({ components, paths }: Description): NamedTypes {
  const types: Record<string, NamedType> = {}
  for (const [name, schema] of Object.entries(components.schemas)) addType(types, name, schema)
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, { responses }] of Object.entries(methods)) {
      for (const response of Object.values(responses)) {
        const schema = response.content?.['application/json']?.schema
        if (!schema || schema.$ref) continue
        addType(types, `${method.toUpperCase()} ${plainPath(path)}`, schema)
      }
    }
  }
  return types
}

/** Parameters lose their names, casts get the full one. */
function plainPath(path: string): string {
  return path
    .replaceAll(/\{[^}]*\}/g, '{}')
    .replace(/\/graph\.(\w+)$/, '/microsoft.graph.$1')
    .replace(/\(\)$/, '')
}

function answerOf(operation: string, { content }: Response): string | null {
  const schema = content?.['application/json']?.schema
  if (schema) return schema.$ref ? nameOf(schema.$ref) : operation
  return content ? 'text' : null
}

function addType(types: Record<string, NamedType>, name: string, schema: Schema): void {
  const members = schema.enum ?? schema['x-enum-members']
  if (members) {
    types[name] = { members, ...(schema['x-enum-members'] ? { isFlags: true } : {}) }
    return
  }
  const parts = schema.allOf ?? [schema]
  const base = parts.find(({ $ref }) => $ref)?.$ref
  const properties: Record<string, string> = {}
  for (const part of parts) {
    for (const [property, value] of Object.entries(part.properties ?? {})) {
      properties[property] = expressionOf(types, `${name}.${property}`, value)
    }
  }
  const required = parts.flatMap((part) => part.required ?? [])
  types[name] = {
    ...(base ? { base: nameOf(base) } : {}),
    ...(parts.some((part) => part.additionalProperties) ? { isOpen: true } : {}),
    ...(required.length > 0 ? { required } : {}),
    properties,
  }
}

function expressionOf(types: Record<string, NamedType>, place: string, schema: Schema): string {
  if (schema.$ref) return nameOf(schema.$ref)
  const [only, ...others] = schema.allOf ?? []
  if (only?.$ref && others.length === 0) return nameOf(only.$ref)
  const alternatives = schema.anyOf ?? schema.oneOf
  if (alternatives) {
    const [main] = alternatives
    if (!main) throw new Error(`${place} has no alternative`)
    const isNullable = schema.nullable ?? alternatives.some(({ nullable }) => nullable)
    return `${expressionOf(types, place, main)}${isNullable ? '?' : ''}`
  }
  const suffix = schema.nullable ? '?' : ''
  if (schema.items) return `[${expressionOf(types, place, schema.items)}]${suffix}`
  if (schema.enum || schema.allOf || (schema.type === 'object' && schema.properties)) {
    addType(types, place, schema)
    return `${place}${suffix}`
  }
  return `${primitiveOf(schema)}${suffix}`
}

const formats: Readonly<Record<string, string>> = {
  'date-time': 'DateTimeOffset',
  date: 'Date',
  time: 'TimeOfDay',
  duration: 'Duration',
  uuid: 'Guid',
  base64url: 'Binary',
  int32: 'Int32',
  int64: 'Int64',
  double: 'Double',
}

function primitiveOf({ type, format }: Schema): string {
  const byFormat = format ? formats[format] : undefined
  if (byFormat) return byFormat
  if (type === 'boolean') return 'Boolean'
  if (type === 'string') return 'String'
  return type === 'integer' ? 'Int64' : 'Any'
}

function nameOf(reference: string): string {
  return reference.replace('#/components/schemas/', '')
}
