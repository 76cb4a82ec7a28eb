import { badRequest } from '../graph-error.ts'
import { unsupportedQuery } from './filter-property.ts'
import type { QueriedType } from './queried-type.ts'

type Test = (object: unknown) => boolean

/** These are cut into words; of others the beginning is compared (search-query-parameter.md). */
const tokenized = new Set(['displayName', 'description'])
const clause = /\s*(?:"((?:[^"\\]|\\.)*)"|(AND|OR)\b|([()]))/gy

/**
 * Turns a `$search` into a test: `"displayName:wa" OR "displayName:ad"`, with `AND` before `OR`
 * and parentheses.
 *
 * @throws {GraphError} 400 for what cannot be read or names a property that is not searched.
 */
export function compileSearch(search: string, type: QueriedType): Test {
  const words = wordsOf(search)
  let at = 0
  const readOr = (): Test => {
    const tests = [readAnd()]
    while (words[at] === 'OR') {
      at += 1
      tests.push(readAnd())
    }
    return (object) => tests.some((test) => test(object))
  }
  const readAnd = (): Test => {
    const tests = [readOne()]
    while (words[at] === 'AND') {
      at += 1
      tests.push(readOne())
    }
    return (object) => tests.every((test) => test(object))
  }
  const readOne = (): Test => {
    const word = words[at]
    at += 1
    if (typeof word === 'object') return compileClause(word.text, type)
    if (word !== '(') return invalidSearch(search)
    const inner = readOr()
    if (words[at] !== ')') return invalidSearch(search)
    at += 1
    return inner
  }
  const test = readOr()
  if (at < words.length) invalidSearch(search)
  return test
}

type Word = { readonly text: string } | 'AND' | 'OR' | '(' | ')'

function wordsOf(search: string): readonly Word[] {
  const words: Word[] = []
  let end = 0
  for (const [whole, text, operator, sign] of search.matchAll(clause)) {
    end += whole.length
    if (text !== undefined) words.push({ text: text.replaceAll(/\\(.)/g, '$1') })
    else words.push((operator ?? sign) as Word)
  }
  const rest = search.slice(end)
  if (rest.trim() !== '') {
    // An unquoted clause fails at its colon.
    const colon = search.indexOf(':', end)
    const position = colon >= 0 ? colon : end + rest.search(/\S/)
    throw badRequest(
      `Syntax error: character '${search[position]}' is not valid at position ${position} in '${search}'.`,
      'BadRequest',
    )
  }
  return words
}

function compileClause(text: string, type: QueriedType): Test {
  const colon = text.indexOf(':')
  const name = text.slice(0, Math.max(colon, 0)).trim()
  const property = type.searchable.find((known) => known.toLowerCase() === name.toLowerCase())
  if (property === undefined) {
    throw unsupportedQuery(
      `Unsupported or invalid search clause specified for property '${name}' of resource '${type.name}'.`,
    )
  }
  const sought = text.slice(colon + 1).trim()
  const wanted = tokenized.has(property) ? tokensOf(sought) : [sought.toLowerCase()]
  return (object) => {
    const value = (object as Readonly<Record<string, unknown>>)[property]
    if (typeof value !== 'string') return false
    const words = tokenized.has(property) ? tokensOf(value) : [value.toLowerCase()]
    return wanted.every((token) => words.some((word) => word.startsWith(token)))
  }
}

/** Words end at spaces, symbols, where letters meet digits, and where small letters meet capitals. */
function tokensOf(text: string): string[] {
  return [...text.matchAll(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{L}+|\p{N}+/gu)].map(([word]) =>
    word.toLowerCase(),
  )
}

function invalidSearch(search: string): never {
  throw badRequest(`Invalid search clause: Syntax error in '${search}'.`, 'BadRequest')
}
