import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Clean } from 'typebox/value'

/** Undefined where nothing can be cut off. */
type Cut = ((value: unknown) => unknown) | undefined

/**
 * How replies of a schema become JSON: what the schema does not name is cut off, and a reply that
 * does not fit then is a failure of ours. The schema is read once: TypeBox's own `Clean` reads it
 * anew for each reply, in more time than everything else takes that a request needs.
 *
 * @throws {TypeError} for a reply that is not what the contract says.
 */
export function createReplyCutter(schema: TSchema): (reply: unknown) => string {
  const variants = ((schema as Shape).anyOf ?? [schema]).map((variant) => ({
    cut: cutOf(variant),
    compiled: Compile(variant),
  }))
  return (reply) => {
    for (const { cut, compiled } of variants) {
      const rest = cut ? cut(reply) : reply
      if (compiled.Check(rest)) return JSON.stringify(rest)
    }
    throw new TypeError('the reply is not what the contract says')
  }
}

interface Shape {
  readonly type?: unknown
  readonly properties?: Readonly<Record<string, TSchema>>
  readonly additionalProperties?: unknown
  readonly items?: TSchema
  readonly anyOf?: readonly TSchema[]
}

/** What has no members: whatever else stands there does not fit, and is refused. */
const plain = new Set<unknown>(['string', 'boolean', 'integer', 'number'])

function cutOf(schema: TSchema): Cut {
  const { type, properties, additionalProperties, items, anyOf } = schema as Shape
  if (anyOf) return cutUnion(anyOf)
  if (type === 'array' && items) return cutArray(cutOf(items))
  if (type === 'object' && properties && additionalProperties === false) {
    return cutObject(properties)
  }
  if (plain.has(type)) return undefined
  return (value) => (typeof value === 'object' ? Clean(schema, structuredClone(value)) : value)
}

function cutObject(properties: Readonly<Record<string, TSchema>>): Cut {
  const members = Object.entries(properties).map(([name, schema]) => [name, cutOf(schema)] as const)
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    const whole = value as Readonly<Record<string, unknown>>
    const rest: Record<string, unknown> = {}
    for (const [name, cut] of members) {
      if (Object.hasOwn(whole, name)) rest[name] = cut ? cut(whole[name]) : whole[name]
    }
    return rest
  }
}

function cutArray(cut: Cut): Cut {
  return cut && ((value) => (Array.isArray(value) ? value.map(cut) : value))
}

/** The first that fits once it is cut to it. */
function cutUnion(variants: readonly TSchema[]): Cut {
  const tried = variants.map((schema) => ({ cut: cutOf(schema), compiled: Compile(schema) }))
  return (value) => {
    for (const { cut, compiled } of tried) {
      const rest = cut ? cut(value) : value
      if (compiled.Check(rest)) return rest
    }
    return value
  }
}
