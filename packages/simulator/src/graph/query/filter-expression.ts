import { invalidFilter, syntaxError, type Token, tokensOf } from './filter-token.ts'

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'
export type TextFunction = 'startsWith' | 'endsWith' | 'contains'

export type Literal =
  | { readonly kind: 'text' | 'guid' | 'instant'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }

/** The names on the way to a property: `['signInActivity', 'lastSignInDateTime']`. */
export type Path = readonly string[]

/** A filter as it was written, before anybody asks whether it can be answered. */
export type FilterExpression =
  | {
      readonly kind: 'and' | 'or'
      readonly left: FilterExpression
      readonly right: FilterExpression
    }
  | { readonly kind: 'not'; readonly operand: FilterExpression }
  | {
      readonly kind: 'comparison'
      readonly operator: Comparison
      readonly path: Path
      readonly literal: Literal
    }
  | { readonly kind: 'in'; readonly path: Path; readonly literals: readonly Literal[] }
  | {
      readonly kind: 'function'
      readonly name: TextFunction
      readonly path: Path
      readonly text: string
    }
  | {
      readonly kind: 'any' | 'all'
      readonly path: Path
      /** Without them `any()` asks whether there is an entry at all. */
      readonly lambda?: { readonly variable: string; readonly body: FilterExpression }
    }

// ODataUriParserSettings of Microsoft's library; deeper ones would exhaust the stack.
const deepestNesting = 100
const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const
const functions = ['startsWith', 'endsWith', 'contains'] as const

/**
 * Reads a `$filter` after the grammar of OData 4.01 (part 2, 5.1.1), as far as Graph uses it:
 *
 *     or      = and { "or" and }
 *     and     = unary { "and" unary }
 *     unary   = "not" ( "(" or ")" | call | lambda | unary ) | "(" or ")" | test
 *     test    = call | path ( comparison literal | "in" "(" literal { "," literal } ")" ) | lambda
 *     call    = function "(" path "," text ")"
 *     lambda  = path "/" ( "any" | "all" ) "(" [ variable ":" or ] ")"
 *
 * Operators and functions may be written in any case.
 *
 * @throws {GraphError} 400 `BadRequest` with the place of the fault.
 */
export function parseFilter(filter: string): FilterExpression {
  const tokens = tokensOf(filter)
  let at = 0
  let depth = 0

  const peek = (ahead = 0): Token => {
    const token = tokens[Math.min(at + ahead, tokens.length - 1)]
    if (!token) throw new TypeError('A filter has at least its end')
    if (token.kind === 'fault') invalidFilter(token.value)
    return token
  }
  const isSign = (sign: string, ahead = 0) =>
    peek(ahead).kind === 'sign' && peek(ahead).value === sign
  const isWord = (word: string) =>
    peek().kind === 'word' && peek().value.toLowerCase() === word.toLowerCase()
  const next = (): Token => {
    const token = peek()
    at += 1
    return token
  }
  const fail = () => syntaxError(peek().end, filter)
  const expectSign = (sign: string): void => {
    if (!isSign(sign)) {
      if (sign === ')') {
        invalidFilter(`')' or ',' expected at position ${peek().position} in '${filter}'.`)
      }
      fail()
    }
    next()
  }
  const deeper = <Result>(read: () => Result): Result => {
    depth += 1
    if (depth > deepestNesting) invalidFilter('Recursion depth exceeded allowed limit.')
    const result = read()
    depth -= 1
    return result
  }

  const readOr = (): FilterExpression => {
    let left = readAnd()
    while (isWord('or')) {
      next()
      left = { kind: 'or', left, right: readAnd() }
    }
    return left
  }
  const readAnd = (): FilterExpression => {
    let left = readUnary()
    while (isWord('and')) {
      next()
      left = { kind: 'and', left, right: readUnary() }
    }
    return left
  }
  const readUnary = (): FilterExpression => {
    if (isSign('(')) return readGroup()
    if (!isWord('not')) return readTest()
    next()
    const operand = deeper(readUnary)
    const isBare = !isSign(')', -1) && operand.kind === 'comparison'
    if (isBare) {
      // `not` binds closer than a comparison, so this negates the property alone.
      invalidFilter(
        "A unary operator with an incompatible type was detected. Found operand type 'Edm.String' for operator kind 'Not'.",
      )
    }
    return { kind: 'not', operand }
  }
  const readGroup = (): FilterExpression =>
    deeper(() => {
      expectSign('(')
      const inner = readOr()
      expectSign(')')
      return inner
    })
  const readTest = (): FilterExpression => {
    if (peek().kind !== 'word') {
      return invalidFilter(`Expression expected at position ${peek().position} in '${filter}'.`)
    }
    if (isSign('(', 1)) return readCall()
    const path = readPath()
    const last = path.at(-1)?.toLowerCase()
    if ((last === 'any' || last === 'all') && isSign('(')) {
      return readLambda(last, path.slice(0, -1))
    }
    const operator = comparisons.find(isWord)
    if (operator) {
      next()
      return { kind: 'comparison', operator, path, literal: readLiteral() }
    }
    if (isWord('in')) {
      next()
      return { kind: 'in', path, literals: readList() }
    }
    return fail()
  }
  const readCall = (): FilterExpression => {
    const word = next().value
    const name = functions.find((known) => known.toLowerCase() === word.toLowerCase())
    if (!name) {
      return invalidFilter(
        `An unknown function with name '${word}' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed.`,
      )
    }
    expectSign('(')
    const path = readPath()
    expectSign(',')
    const literal = readLiteral()
    expectSign(')')
    if (literal.kind !== 'text') {
      return invalidFilter(
        `No function signature for the function with name '${word.toLowerCase()}' matches the specified arguments. The function signatures considered are: ${word.toLowerCase()}(Edm.String Nullable=true, Edm.String Nullable=true).`,
      )
    }
    return { kind: 'function', name, path, text: literal.value }
  }
  const readLambda = (kind: 'any' | 'all', path: Path): FilterExpression =>
    deeper(() => {
      expectSign('(')
      if (kind === 'any' && isSign(')')) {
        next()
        return { kind, path }
      }
      const variable = peek().kind === 'word' ? next().value : fail()
      expectSign(':')
      const body = readOr()
      expectSign(')')
      return { kind, path, lambda: { variable, body } }
    })
  const readPath = (): Path => {
    const names: string[] = []
    do {
      if (names.length > 0) next()
      if (peek().kind !== 'word') fail()
      names.push(next().value)
    } while (isSign('/'))
    return names
  }
  const readList = (): readonly Literal[] => {
    expectSign('(')
    const literals = [readLiteral()]
    while (isSign(',')) {
      next()
      literals.push(readLiteral())
    }
    expectSign(')')
    return literals
  }
  const readLiteral = (): Literal => {
    const { kind, value, position } = peek()
    const word = kind === 'word' ? value.toLowerCase() : ''
    if (kind === 'text' || kind === 'guid' || kind === 'instant')
      return { kind, value: next().value }
    if (kind === 'number') return { kind, value: Number(next().value) }
    if (word === 'true' || word === 'false') {
      next()
      return { kind: 'boolean', value: word === 'true' }
    }
    if (word === 'null') {
      next()
      return { kind: 'null' }
    }
    return kind === 'word'
      ? fail()
      : invalidFilter(`Expression expected at position ${position} in '${filter}'.`)
  }

  const expression = readOr()
  if (peek().kind !== 'end') fail()
  return expression
}
