import { everyGraphOperation } from '../../src/graph/every-operation.ts'
import type { GraphOperation } from '../../src/graph/operation.ts'

/** The simulated operation that a documented request concerns, if there is one. */
export function findOperation(method: string, address: string): GraphOperation | undefined {
  const [, version, path = ''] = /^\/(v1\.0|beta)(\/[^?]*)/.exec(address) ?? []
  const segments = path.split('/').slice(1).map(folded)
  return everyGraphOperation
    .filter((operation) => {
      const pattern = operation.path.split('/').slice(1)
      const isHere = operation.versions?.some((one) => one === version) ?? true
      const isLong = pattern.length === segments.length
      return isHere && isLong && operation.method === method && pattern.every(fits)
    })
    .toSorted((a, b) => parameters(a) - parameters(b))[0]

  function fits(expected: string, at: number): boolean {
    const given = segments[at] ?? ''
    if (expected.startsWith('{')) return true
    const [name, key] = folded(expected).split(/[({]/)
    return given === folded(expected) || (!!key && given.startsWith(`${name}(${key}`))
  }
}

function parameters({ path }: GraphOperation): number {
  return path.split('/').filter((segment) => segment.startsWith('{')).length
}

function folded(segment: string): string {
  return segment
    .toLowerCase()
    .replace(/^microsoft\.graph\./, 'graph.')
    .replace(/\(\)$/, '')
}
