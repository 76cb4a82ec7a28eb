import {
  type Comparison,
  type FilterExpression,
  type Literal,
  parseFilter,
  type Path,
  type TextFunction,
} from './filter-expression.ts'
import {
  comparable,
  type Compilation,
  entriesOf,
  findProperty,
  refuseFilter,
  unsupportedQuery,
  valueOf,
} from './filter-property.ts'
import type { Asked, Filterable, QueriedType, Support } from './queried-type.ts'

/** Undefined where nothing is there to be compared: then a negation does not hold either. */
type Truth = boolean | undefined
type Test = (object: unknown) => Truth

// Recorded: "Max allowed: 15" counts what `or` joins, and the values of `in` are joined by it.
const mostAlternatives = 15

/**
 * Turns a `$filter` into a test of objects of a type.
 *
 * Texts are compared without regard to case. What has no value is among `ne 'x'` and
 * `not startsWith(…)` by V-33.
 *
 * @throws {GraphError} 400 for what cannot be read, for an unknown property, and for what Graph
 *   does not answer or answers only with the advanced parameters.
 */
export function compileFilter(
  filter: string,
  type: QueriedType,
  asked: Asked,
): (object: unknown) => boolean {
  const test = compile(parseFilter(filter), { ...asked, type })
  return (object) => test(object) === true
}

function compile(expression: FilterExpression, compilation: Compilation): Test {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return compileJoin(expression, compilation)
    case 'not': {
      requireAdvanced(compilation, 'Not')
      const operand = compile(expression.operand, compilation)
      return (object) => negated(operand(object))
    }
    case 'comparison':
      return compileComparison(
        expression.path,
        expression.operator,
        expression.literal,
        compilation,
      )
    case 'in': {
      requireFewAlternatives(expression.literals.length)
      const tests = expression.literals.map((literal) =>
        compileComparison(expression.path, 'eq', literal, compilation),
      )
      return joined('or', tests)
    }
    case 'function':
      return compileFunction(expression, compilation)
    case 'any':
    case 'all':
      return compileLambda(expression, compilation)
  }
}

function compileJoin(
  expression: Extract<FilterExpression, { kind: 'and' | 'or' }>,
  compilation: Compilation,
): Test {
  const operands = operandsOf(expression, expression.kind)
  if (expression.kind === 'or') requireFewAlternatives(operands.length)
  const tests = operands.map((operand) => compile(operand, compilation))
  return joined(expression.kind, tests)
}

/** What decides alone is enough; what is undecided is so unless another decides (Kleene). */
function joined(kind: 'and' | 'or', tests: readonly Test[]): Test {
  const decisive = kind === 'or'
  return (object) => {
    let truth: Truth = !decisive
    for (const test of tests) {
      const one = test(object)
      if (one === decisive) return decisive
      if (one === undefined) truth = undefined
    }
    return truth
  }
}

function negated(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth
}

/** What a comparison with something makes of nothing. */
function nothing({ negationOfNothing }: Asked): Truth {
  return negationOfNothing === 'left-out' ? undefined : false
}

/** What is joined by one operator, left to right: a chain is as deep as it is long. */
function operandsOf(expression: FilterExpression, kind: 'and' | 'or'): FilterExpression[] {
  const operands: FilterExpression[] = []
  let rest = expression
  while (rest.kind === kind) {
    operands.unshift(rest.right)
    rest = rest.left
  }
  return [rest, ...operands]
}

function requireFewAlternatives(count: number): void {
  if (count > mostAlternatives) {
    throw unsupportedQuery(
      `Too many child clauses specified in search filter expression containing 'OR' operators: ${count}. Max allowed: ${mostAlternatives}.`,
    )
  }
}

function compileComparison(
  path: Path,
  operator: Comparison,
  literal: Literal,
  compilation: Compilation,
): Test {
  if (path.at(-1) === '$count') return compileCount(path, operator, literal, compilation)
  const { filterable, read, name } = findProperty(path, compilation)
  requireSupport(supportOf(filterable, operator, literal), name, compilation)
  if (operator === 'ne') requireAdvanced(compilation, 'NotEqualsMatch')
  const wanted = valueOf(literal, filterable, name)
  if (operator === 'eq' || operator === 'ne') {
    const isEqual: Test = (object) => {
      const value = comparable(read(object), filterable)
      return value === null && wanted !== null ? nothing(compilation) : value === wanted
    }
    return operator === 'eq' ? isEqual : (object) => negated(isEqual(object))
  }
  if (wanted === null) return refuseFilter(name, compilation)
  return (object) => {
    const value = comparable(read(object), filterable)
    if (value === null) return nothing(compilation)
    return operator === 'ge' ? value >= wanted : value <= wanted
  }
}

function supportOf(
  filterable: Filterable,
  operator: Comparison,
  literal: Literal,
): Support | undefined {
  if (operator === 'gt' || operator === 'lt') return undefined
  if (operator === 'ge' || operator === 'le') return filterable.range
  return literal.kind === 'null' ? filterable.null : filterable.eq
}

function compileFunction(
  { name: function_, path, text }: { name: TextFunction; path: Path; text: string },
  compilation: Compilation,
): Test {
  const { filterable, read, name } = findProperty(path, compilation)
  if (function_ === 'contains') {
    throw unsupportedQuery("Filter operator 'Contains' is not supported.")
  }
  const support = filterable[function_]
  if (support === 'advanced') requireAdvanced(compilation, function_)
  requireSupport(support, name, compilation)
  const wanted = text.toLowerCase()
  return (object) => {
    const value = read(object)
    if (typeof value !== 'string') return nothing(compilation)
    const folded = value.toLowerCase()
    return function_ === 'startsWith' ? folded.startsWith(wanted) : folded.endsWith(wanted)
  }
}

function compileLambda(
  expression: Extract<FilterExpression, { kind: 'any' | 'all' }>,
  compilation: Compilation,
): Test {
  const { filterable, read, name } = findProperty(expression.path, compilation)
  const { lambda } = expression
  if (expression.kind === 'all' || !filterable.entry || !lambda)
    return refuseFilter(name, compilation)
  const test = compile(lambda.body, {
    ...compilation,
    entry: { variable: lambda.variable, filterable: filterable.entry },
  })
  return (object) => entriesOf(read(object)).some((entry) => test(entry) === true)
}

/** `otherMails/$count eq 0`: only the numbers that the documents name. */
function compileCount(
  path: Path,
  operator: Comparison,
  literal: Literal,
  compilation: Compilation,
): Test {
  const { filterable, read, name } = findProperty(path.slice(0, -1), compilation)
  const wanted = literal.kind === 'number' ? literal.value : undefined
  const isKnown = wanted !== undefined && filterable.count?.includes(wanted)
  if (!isKnown || (operator !== 'eq' && operator !== 'ne')) return refuseFilter(name, compilation)
  requireAdvanced(compilation, '$count')
  return (object) => (entriesOf(read(object)).length === wanted) === (operator === 'eq')
}

function requireSupport(
  support: Support | undefined,
  name: string,
  compilation: Compilation,
): void {
  if (support === undefined) refuseFilter(name, compilation)
  if (support === 'advanced' && !compilation.isAdvanced) refuseFilter(name, compilation)
}

function requireAdvanced({ isAdvanced }: Asked, operator: string): void {
  if (isAdvanced) return
  throw unsupportedQuery(
    `Operator '${operator}' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information`,
  )
}
