import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GraphError } from '../src/graph/graph-error.ts'
import {
  type FilterExpression,
  type Literal,
  parseFilter,
} from '../src/graph/query/filter-expression.ts'

const word = fc.constantFrom('displayName', 'userType', 'mail', 'größe', 'a_1')
const path = fc.array(word, { minLength: 1, maxLength: 2 })
const text = fc.string({ unit: 'grapheme', maxLength: 12 })
const literal: fc.Arbitrary<Literal> = fc.oneof(
  text.map((value) => ({ kind: 'text' as const, value })),
  fc.uuid().map((value) => ({ kind: 'guid' as const, value })),
  fc.integer().map((value) => ({ kind: 'number' as const, value })),
  fc.boolean().map((value) => ({ kind: 'boolean' as const, value })),
  fc.constant({ kind: 'null' as const }),
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
    .map((date) => ({ kind: 'instant' as const, value: date.toISOString() })),
)
const { expression } = fc.letrec<{ expression: FilterExpression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({
      kind: fc.constant('comparison' as const),
      operator: fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le'),
      path,
      literal,
    }),
    fc.record({
      kind: fc.constant('in' as const),
      path,
      literals: fc.array(literal, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('function' as const),
      name: fc.constantFrom('startsWith', 'endsWith', 'contains'),
      path,
      text,
    }),
    fc.record({
      kind: fc.constantFrom('and', 'or'),
      left: tie('expression'),
      right: tie('expression'),
    }),
    fc.record({ kind: fc.constant('not' as const), operand: tie('expression') }),
    fc.record({
      kind: fc.constantFrom('any', 'all'),
      path,
      lambda: fc.record({ variable: fc.constant('x'), body: tie('expression') }),
    }),
  ),
}))

function write(filter: FilterExpression): string {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return `(${write(filter.left)}) ${filter.kind} (${write(filter.right)})`
    case 'not':
      return `not (${write(filter.operand)})`
    case 'comparison':
      return `${filter.path.join('/')} ${filter.operator} ${writeLiteral(filter.literal)}`
    case 'in':
      return `${filter.path.join('/')} in (${filter.literals.map(writeLiteral).join(', ')})`
    case 'function':
      return `${filter.name}(${filter.path.join('/')},${quote(filter.text)})`
    case 'any':
    case 'all': {
      const inner = filter.lambda ? `${filter.lambda.variable}:${write(filter.lambda.body)}` : ''
      return `${filter.path.join('/')}/${filter.kind}(${inner})`
    }
  }
}

function writeLiteral(one: Literal): string {
  if (one.kind === 'null') return 'null'
  return one.kind === 'text' ? quote(one.value) : String(one.value)
}

function quote(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

/** What is said against a filter; anything but a 400 of Graph's is a fault of the reader's. */
function refusalOf(filter: string): string | undefined {
  try {
    parseFilter(filter)
    return undefined
  } catch (error) {
    const isRefusal = error instanceof GraphError && error.status === 400
    if (!isRefusal || error.code !== 'BadRequest') throw error
    return error.message
  }
}

describe('a filter', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(expression, (filter) => {
        expect(parseFilter(write(filter))).toEqual(filter)
      }),
      { numRuns: 1000, seed: 1 },
    )
  })

  it('that is damaged in one place is read, or refused with 400 and a reason', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 3 })
    let refused = 0
    fc.assert(
      fc.property(expression, fc.nat(), fc.nat(3), anything, (filter, at, length, instead) => {
        const whole = write(filter)
        const from = at % (whole.length + 1)
        const damaged = whole.slice(0, from) + instead + whole.slice(from + length)
        const refusal = refusalOf(damaged)
        if (refusal !== undefined) refused += 1
        expect(refusal ?? 'Invalid filter clause: ').toMatch(/^Invalid filter clause: /)
      }),
      { numRuns: 2000, seed: 1 },
    )
    expect(refused).toBeGreaterThan(500)
  })

  it.each([
    ['of words that go on', `${'a eq 1 and '.repeat(20_000)}a eq 1`, undefined],
    ['of quotes', "'".repeat(50_001), expect.stringContaining('Expression expected') as string],
    ['of parentheses', '('.repeat(50_000), expect.stringContaining('Recursion depth') as string],
    ['of negations', 'not '.repeat(50_000), expect.stringContaining('Recursion depth') as string],
  ])('%s ends where it has to', (_, filter, reason) => {
    expect(refusalOf(filter)).toEqual(reason)
  })
})
