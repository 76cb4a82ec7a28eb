import type { NamedType } from '../../reference/distil-description.ts'
import { findProperty, findType, lineOf } from './reference.ts'

/** The forms in which OData writes its simple types (OData JSON format 4.01, 7.1). */
const primitives: Readonly<Record<string, (value: unknown) => boolean>> = {
  Any: () => true,
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  Int32: (value) => Number.isInteger(value),
  Int64: (value) => Number.isInteger(value),
  Double: (value) => typeof value === 'number',
  DateTimeOffset: text(/^\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,12})?(Z|[+-]\d\d:\d\d)$/),
  Date: text(/^\d{4,}-\d\d-\d\d$/),
  TimeOfDay: text(/^\d\d:\d\d:\d\d(\.\d{1,12})?$/),
  Duration: text(/^-?P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/),
  Guid: text(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i),
  Binary: text(/^[\w+/=-]*$/),
}

/** What an object may carry beside its properties (OData JSON format 4.01, 4.5). */
const annotations = ['@odata.type', '@odata.id', '@odata.context', '@odata.etag']
const propertyAnnotation = /^(\w+)@(odata\.context|odata\.nextLink|odata\.count|delta)$/
/** Directory extensions are named for the app that defined them (extension-property.md). */
const directoryExtension = /^extension_[0-9a-f]{32}_\w+$/

/**
 * Holds a value against a published type.
 *
 * @param expression as in reference/types.json: `String`, `[String]`, `String?`, or a type's name.
 * @returns a sentence for each property that the type lacks and each value of another type.
 */
export function validateValue(expression: string, value: unknown, place: string): string[] {
  if (expression.endsWith('?')) {
    return value === null ? [] : validateValue(expression.slice(0, -1), value, place)
  }
  const item = /^\[(.*)\]$/.exec(expression)?.[1]
  if (item) {
    if (!Array.isArray(value)) return [`${place} is not a list`]
    return value.flatMap((one, at) => validateValue(item, one, `${place}[${at}]`))
  }
  const isPrimitive = primitives[expression]
  if (isPrimitive) return isPrimitive(value) ? [] : [`${place} is no ${expression}: ${show(value)}`]
  const type = findType(expression)
  if (!type) return [`${place} is of the type ${expression}, which nobody has described`]
  if (type.members) return validateMember(type, value, place)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [`${place} is no ${expression}: ${show(value)}`]
  }
  return validateObject(expression, value as Record<string, unknown>, place)
}

function validateMember({ members = [], isFlags }: NamedType, value: unknown, place: string) {
  const words = typeof value === 'string' ? (isFlags ? value.split(',') : [value]) : []
  const isMember = words.length > 0 && words.every((word) => members.includes(word))
  return isMember ? [] : [`${place} is none of ${members.join(', ')}: ${show(value)}`]
}

function validateObject(declared: string, value: Record<string, unknown>, place: string): string[] {
  const stated = value['@odata.type']
  // The description writes some types out where they are used; what they say of others is a text.
  const isDerived = typeof stated === 'string' && !declared.includes('@')
  const actual = isDerived ? stated.replace(/^#/, '') : declared
  if (!lineOf(actual).includes(declared)) return [`${place} is a ${actual} and no ${declared}`]
  const isLimited = isLimitedInformation(value)
  const required = findType(actual)?.required ?? []
  const missing = required
    .filter((name) => !(name in value))
    .map((name) => `${place} lacks ${name}, which ${actual} requires`)
  const faults = Object.entries(value).flatMap(([name, inner]) => {
    const expression = findProperty(actual, name)
    if (expression) {
      return isLimited && inner === null ? [] : validateValue(expression, inner, `${place}.${name}`)
    }
    return mayCarry(actual, name) ? [] : [`${place}.${name}: ${actual} has no such property`]
  })
  return [...missing, ...faults]
}

/** Whoever may not read an object is told that it is there, and null for the rest (user-list-memberof.md). */
function isLimitedInformation(value: Record<string, unknown>): boolean {
  return (
    '@odata.type' in value &&
    Object.entries(value).every(([name, inner]) => name.startsWith('@') || name === 'id' || !inner)
  )
}

function mayCarry(type: string, name: string): boolean {
  if (annotations.includes(name)) return true
  const annotated = propertyAnnotation.exec(name)?.[1]
  if (annotated) return findProperty(type, annotated) !== undefined
  // The description leaves every entity open for its extensions; other names would be inventions.
  if (lineOf(type).includes('microsoft.graph.entity')) return directoryExtension.test(name)
  return findType(type)?.isOpen === true
}

function text(pattern: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && pattern.test(value)
}

function show(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 80) ?? 'undefined'
}
