import examples from '../../reference/examples.json' with { type: 'json' }
import type { Exchange } from '../../src/control/exchange.ts'
import { beyondCodes } from './beyond-description.ts'
import { findDescribed } from './reference.ts'
import { validateValue } from './validate-value.ts'

const publishedCodes = new Set(
  Object.values(examples.examples).flatMap((example) => ('code' in example ? [example.code] : [])),
)

/**
 * Holds one reply of Graph against what Microsoft has published about its operation.
 *
 * @returns a sentence for each thing that Microsoft's documents do not know; none if all is well.
 */
export function checkExchange(exchange: Exchange): string[] {
  const { method, url, status, received } = exchange
  const [, version = '', path = ''] = /^\/(v1\.0|beta)(\/[^?]*)/.exec(url) ?? []
  const place = `${method} ${url} → ${status}`
  if (status >= 400) return checkError(received, place)
  if (method === 'POST' && path === '/$batch') return checkBatch(exchange, version)
  const found = findDescribed(method, path)
  if (!found) return [`${place}: nobody has described this operation`]
  const answer = found.answers[status]
  if (answer === undefined) return [`${place}: this status is not described`]
  if (answer === null) return received === undefined ? [] : [`${place} has a body`]
  if (answer === 'text') {
    return /^\d+$/.test(String(received)) ? [] : [`${place} is no count: ${String(received)}`]
  }
  const [faults = []] = answer
    .split(' or ')
    .map((form) => checkForm(form, received, place))
    .toSorted((one, other) => one.length - other.length)
  return [...checkContext(exchange, version, place), ...faults]
}

function checkForm(form: string, received: unknown, place: string): string[] {
  const item = /^Collection\((.*)\)$/.exec(form)?.[1]
  return item
    ? checkCollection(item, received, place)
    : validateValue(form, received, `${place}: reply`)
}

/** Lists of types that the description has, but not as lists. */
function checkCollection(item: string, received: unknown, place: string): string[] {
  const { value, ...annotations } = received as Record<string, unknown>
  const unknown = Object.keys(annotations).filter((name) => !/^@odata\.\w+$/.test(name))
  return [
    ...unknown.map((name) => `${place}: a list has no ${name}`),
    ...validateValue(`[${item}]`, value, `${place}: value`),
  ]
}

function checkError(received: unknown, place: string): string[] {
  const faults = validateValue('microsoft.graph.ODataErrors.ODataError', received, place)
  if (faults.length > 0) return faults
  const { code } = (received as { error: { code: string } }).error
  const isKnown = publishedCodes.has(code) || code in beyondCodes
  return isKnown ? [] : [`${place}: nobody has described the code ${code}`]
}

/** Each item is an exchange of its own. */
function checkBatch({ sent, received, origin }: Exchange, version: string): string[] {
  const { requests } = sent as { requests: { id: string; method: string; url: string }[] }
  const { responses } = received as { responses: { id: string; status: number; body?: unknown }[] }
  return [
    ...validateValue('batchResponseContent', received, 'batch'),
    ...responses.flatMap(({ id, status, body }) => {
      const request = requests.find((one) => one.id === id)
      if (!request) return [`batch: nobody asked for ${id}`]
      const url = `/${version}/${request.url.replace(/^\//, '')}`
      const method = request.method.toUpperCase()
      return checkExchange({ method, url, origin, sent: undefined, status, received: body })
    }),
  ]
}

/**
 * Every object and list says how it is to be read: the set, in parentheses what was selected, and
 * `$entity` for one of a set (OData JSON format 4.01, 10). Single complex values and simple ones
 * stand under the name of their type.
 */
function checkContext({ url, origin, received }: Exchange, version: string, place: string) {
  const { '@odata.context': context, value } = received as Record<string, unknown>
  if (typeof context !== 'string') return [`${place} has no @odata.context`]
  const start = `${origin}/${version}/$metadata#`
  if (!context.startsWith(start)) return [`${place} has the context of another place: ${context}`]
  const what = context.slice(start.length)
  const isTyped = /^(Edm\.|Collection\(|microsoft\.graph\.)/.test(what)
  if (isTyped) return []
  // What a feed selects is not in its context (user-delta.md, example 2).
  if (/^\/[^/]+\/\w+\/(microsoft\.graph\.|graph\.)?delta\b/.test(url)) {
    return /^(users|groups)$/.test(what) ? [] : [`${place} has the wrong context ${what}`]
  }
  const isEntity = what.endsWith('/$entity')
  const faults = isEntity === Array.isArray(value) ? [`${place} has the wrong context ${what}`] : []
  const select = new URL(url, origin).searchParams.get('$select')
  const selected = /\(([^'()]*(?:\([^)]*\))?[^'()]*)\)(?:\/\$entity)?$/.exec(what)?.[1]
  const names = (text: string | null | undefined) =>
    text
      ?.replaceAll(/\([^)]*\)/g, '')
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter(Boolean)
      .join()
  if (names(select) && !names(selected)?.startsWith(names(select) ?? '')) {
    faults.push(`${place} has the context ${what}, which is not what was selected`)
  }
  return faults
}
