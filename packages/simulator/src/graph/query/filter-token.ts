import { badRequest } from '../graph-error.ts'

/**
 * A word of a filter and where it stands; texts come without their quotes. A `fault` ends the
 * words: it counts only for a reader who comes as far, and its value says what is wrong.
 */
export interface Token {
  readonly kind: 'word' | 'text' | 'number' | 'instant' | 'guid' | 'sign' | 'fault' | 'end'
  readonly value: string
  readonly position: number
  /** The place behind it, which is where a fault is said to be. */
  readonly end: number
}

// A GUID and an instant are tried before a number, since both may begin with digits.
const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['guid', /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/iy],
  [
    'instant',
    /\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,12})?)?(?:Z|[+-]\d\d:\d\d)?)?(?![\w-])/iy,
  ],
  ['number', /-?\d+(?:\.\d+)?(?!\w)/y],
  ['word', /[$_\p{L}][\p{L}\p{N}_.]*/uy],
  ['sign', /[(),/:]/y],
]
const space = /\s*/y
// Two single quotes in a text are one (odata-v4.01-part2, ABNF, SQUOTE-in-string).
const quoted = /'((?:[^']|'')*)'/y

/** Cuts a filter into words; the faults are in the words of Microsoft's OData library. */
export function tokensOf(filter: string): readonly Token[] {
  const tokens: Token[] = []
  let position = skipSpace(filter, 0)
  while (position < filter.length) {
    const token = readToken(filter, position)
    tokens.push(token)
    if (token.kind === 'fault') return tokens
    position = skipSpace(filter, token.end)
  }
  return [...tokens, { kind: 'end', value: '', position: filter.length, end: filter.length }]
}

/** @throws {GraphError} always. */
export function invalidFilter(reason: string): never {
  throw badRequest(`Invalid filter clause: ${reason}`, 'BadRequest')
}

export function syntaxError(position: number, filter: string): never {
  return invalidFilter(`Syntax error at position ${position} in '${filter}'.`)
}

function readToken(filter: string, position: number): Token {
  if (filter[position] === "'") return readText(filter, position)
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = position
    const value = pattern.exec(filter)?.[0]
    if (value !== undefined) return { kind, value, position, end: position + value.length }
  }
  const character = String.fromCodePoint(filter.codePointAt(position) ?? 0)
  const value = `Syntax error: character '${character}' is not valid at position ${position} in '${filter}'.`
  return { kind: 'fault', value, position, end: position }
}

function readText(filter: string, position: number): Token {
  quoted.lastIndex = position
  const match = quoted.exec(filter)
  if (!match) {
    const end = filter.length
    const value = `There is an unterminated string literal at position ${end} in '${filter}'.`
    return { kind: 'fault', value, position, end }
  }
  const value = (match[1] ?? '').replaceAll("''", "'")
  return { kind: 'text', value, position, end: quoted.lastIndex }
}

function skipSpace(filter: string, position: number): number {
  space.lastIndex = position
  space.exec(filter)
  return space.lastIndex
}
