import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Clean } from 'typebox/value'

type Cut = (value: unknown) => unknown

/**
 * How replies of a schema become JSON: what the schema does not name is cut off, and a reply that
 * does not fit then is a failure of ours. The schema is read once: TypeBox's own `Clean` reads it
 * anew for each reply, in more time than everything else takes that a request needs.
 *
 * @throws {TypeError} for a reply that is not what the contract says.
 */
export function createReplyCutter(schema: TSchema): (reply: unknown) => string {
  const cut = cutOf(schema)
  const compiled = Compile(schema)
  return (reply) => {
    const rest = cut(reply)
    if (!compiled.Check(rest)) throw new TypeError('the reply is not what the contract says')
    return JSON.stringify(rest)
  }
}

interface Shape {
  readonly type?: unknown
  readonly properties?: Readonly<Record<string, TSchema>>
  readonly additionalProperties?: unknown
  readonly items?: TSchema
  readonly anyOf?: readonly TSchema[]
}

function cutOf(schema: TSchema): Cut {
  const { type, properties, additionalProperties, items, anyOf } = schema as Shape
  if (anyOf) return cutUnion(anyOf)
  if (type === 'array' && items) return cutArray(cutOf(items))
  if (type === 'object' && properties && additionalProperties === false) {
    return cutObject(properties)
  }
  // Nothing can be cut off what has no members.
  return (value) => (typeof value === 'object' ? Clean(schema, structuredClone(value)) : value)
}

function cutObject(properties: Readonly<Record<string, TSchema>>): Cut {
  const members = Object.entries(properties).map(([name, schema]) => [name, cutOf(schema)] as const)
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    const rest: Record<string, unknown> = {}
    for (const [name, cut] of members) {
      if (Object.hasOwn(value, name)) rest[name] = cut((value as Record<string, unknown>)[name])
    }
    return rest
  }
}

function cutArray(cut: Cut): Cut {
  return (value) => (Array.isArray(value) ? value.map(cut) : value)
}

/** The first that fits once it is cut to it. */
function cutUnion(variants: readonly TSchema[]): Cut {
  const tried = variants.map((schema) => ({ cut: cutOf(schema), compiled: Compile(schema) }))
  return (value) => {
    for (const { cut, compiled } of tried) {
      const rest = cut(value)
      if (compiled.Check(rest)) return rest
    }
    return value
  }
}
