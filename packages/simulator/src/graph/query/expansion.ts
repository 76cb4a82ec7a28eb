import { badRequest } from '../graph-error.ts'

/** A relation that is asked for together with an object. */
export interface Expansion {
  readonly name: string
  readonly select?: readonly string[]
  /** Of `manager`: how far up, `max` to the top. */
  readonly levels?: number | 'max'
}

/**
 * Reads `$expand=manager($levels=max;$select=id,displayName)`.
 *
 * @throws {GraphError} 400 for more than the one relation that Graph expands on directory objects,
 *   and for options that it does not take.
 */
export function readExpansion(expand: string): Expansion {
  const relations = splitOutside(expand, ',')
  if (relations.length > 1) {
    throw badRequest(
      `The result of parsing $expand contained at least ${relations.length} items, but the maximum allowed is 1.`,
      'BadRequest',
    )
  }
  const match = /^\s*(\w+)\s*(?:\((.*)\))?\s*$/s.exec(expand)
  if (!match?.[1]) throw invalidExpansion(`Syntax error in '${expand}'.`)
  return { name: match[1], ...readOptions(match[2]) }
}

export function invalidExpansion(reason: string): Error {
  return badRequest(`Parsing OData Select and Expand failed: ${reason}`, 'BadRequest')
}

function readOptions(text: string | undefined): Pick<Expansion, 'select' | 'levels'> {
  const options = (text ?? '').split(';').filter((option) => option.trim() !== '')
  const entries = options.map((option) => {
    const [, name = '', value = ''] = /^\s*\$?(\w+)\s*=(.*)$/s.exec(option) ?? []
    return [name.toLowerCase(), value.trim()] as const
  })
  const { select, levels, ...others } = Object.fromEntries(entries)
  const unknown = Object.keys(others)[0]
  if (unknown !== undefined) throw invalidExpansion(`Term '$${unknown}' is not allowed in $expand.`)
  return {
    ...(select === undefined ? {} : { select: namesOf(select) }),
    ...(levels === undefined ? {} : { levels: readLevels(levels) }),
  }
}

function readLevels(text: string): number | 'max' {
  if (text.toLowerCase() === 'max') return 'max'
  const levels = Number(text)
  if (Number.isInteger(levels) && levels > 0) return levels
  throw invalidExpansion(`The value '${text}' of $levels is not valid.`)
}

export function namesOf(list: string): readonly string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
}

/** Splits where no parenthesis is open. */
function splitOutside(text: string, separator: string): string[] {
  const parts = ['']
  let open = 0
  for (const character of text) {
    if (character === '(') open += 1
    if (character === ')') open -= 1
    if (character === separator && open === 0) parts.push('')
    else parts.push(`${parts.pop() ?? ''}${character}`)
  }
  return parts
}
