import { type TSchema, Type } from 'typebox'

/** A property that Graph leaves out or sends as null where it has nothing to say. */
export function maybe<S extends TSchema>(shape: S) {
  return Type.Optional(Type.Union([shape, Type.Null()]))
}

/** The query that asks for exactly the properties of a shape, and for few. */
export function selectOf(shape: { readonly properties: object }): string {
  const names = Object.keys(shape.properties).filter((name) => !name.startsWith('@'))
  return `$select=${names.join(',')}`
}
