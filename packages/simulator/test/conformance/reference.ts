import further from '../../reference/further-types.json' with { type: 'json' }
import published from '../../reference/operations.json' with { type: 'json' }
import described from '../../reference/types.json' with { type: 'json' }
import type { NamedType, NamedTypes } from '../../reference/distil-description.ts'
import { beyondOperations, beyondProperties, beyondTypes } from './beyond-description.ts'

/** What an operation answers: by status a type's name, `text`, or nothing. */
type Answers = Readonly<Record<string, string | null>>

const types: NamedTypes = { ...described.types, ...further.types, ...beyondTypes }
const operations: Readonly<Record<string, Answers>> = published.operations

export function findType(name: string): NamedType | undefined {
  return types[name]
}

/** A type and those it is built on, the nearest first. */
export function lineOf(name: string): readonly string[] {
  const base = types[name]?.base
  return base ? [name, ...lineOf(base)] : [name]
}

/** Its own properties and those that it inherits. */
export function findProperty(type: string, property: string): string | undefined {
  for (const name of lineOf(type)) {
    const beyond = beyondProperties[name]?.[property]?.type
    const found = types[name]?.properties?.[property] ?? beyond
    if (found) return found
  }
  return undefined
}

interface Found {
  readonly operation: string
  readonly answers: Answers
}

/**
 * What is published about a request, or listed with its document.
 *
 * @param path after the version; segments may be `{}` or `{name}`.
 */
export function findDescribed(method: string, path: string): Found | undefined {
  const asked = segmentsOf(path)
  const [operation, answers] =
    Object.entries({ ...operations, ...beyondAnswers })
      .filter(([name]) => name.startsWith(`${method} `) && fits(name, asked))
      .toSorted(([a], [b]) => blanks(a) - blanks(b))[0] ?? []
  if (operation && answers) return { operation, answers }
  return method === 'GET' ? findDerived(asked) : undefined
}

const beyondAnswers: Readonly<Record<string, Answers>> = Object.fromEntries(
  Object.entries(beyondOperations).map(([operation, { answers }]) => [operation, answers]),
)

/**
 * What OData derives from every list and every object: its count (OData 4.01 part 2, 4.8) and the
 * cast to a type (4.11).
 */
function findDerived(asked: readonly string[]): Found | undefined {
  const last = asked.at(-1) ?? ''
  const whole = findWhole(asked)
  if (!whole) return undefined
  if (last === '$count') return { ...whole, answers: { 200: 'text' } }
  const cast = /^(?:microsoft\.)?graph\.(\w+)$/.exec(last)?.[1]
  const list = `microsoft.graph.${cast ?? ''}CollectionResponse`
  if (!cast || !types[`microsoft.graph.${cast}`]) return undefined
  const isList = /CollectionResponse$|^Collection\(/.test(whole.answers['200'] ?? '')
  const single = `microsoft.graph.${cast}`
  return {
    ...whole,
    answers: { 200: isList ? (types[list] ? list : `Collection(${single})`) : single },
  }
}

function findWhole(asked: readonly string[]): Found | undefined {
  return asked.length > 1 ? findDescribed('GET', `/${asked.slice(0, -1).join('/')}`) : undefined
}

/** `me` stands for a user, and parentheses without parameters for nothing. */
function segmentsOf(path: string): readonly string[] {
  const segments = path
    .replace(/\(\)$/, '')
    .split('/')
    .filter(Boolean)
    .map((segment) => decodeURIComponent(segment).replace(/^graph\./, 'microsoft.graph.'))
  return segments[0] === 'me' ? ['users', '{}', ...segments.slice(1)] : segments
}

function fits(operation: string, asked: readonly string[]): boolean {
  const expected = operation.slice(operation.indexOf('/') + 1).split('/')
  return (
    expected.length === asked.length &&
    expected.every((pattern, at) => {
      const given = asked[at] ?? ''
      if (pattern === '{}') return !given.startsWith('$') && !given.startsWith('microsoft.graph.')
      const [before = '', after] = pattern.split('{}')
      // A function may be called by its whole name (OData 4.01 part 2, 4.5.1).
      const lower = given.toLowerCase().replace(/^microsoft\.graph\.(?=delta$)/, '')
      if (after === undefined) return lower === pattern.toLowerCase()
      return lower.startsWith(before.toLowerCase()) && lower.endsWith(after)
    })
  )
}

function blanks(operation: string): number {
  return operation.split('{}').length
}
