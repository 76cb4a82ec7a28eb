import published from '../../reference/examples.json' with { type: 'json' }
import described from '../../reference/operations.json' with { type: 'json' }
import { everyGraphOperation } from '../../src/graph/every-operation.ts'
import { plainPath } from '../../src/graph/resource-actions.ts'
import { examplesLeftOut } from './examples-left-out.ts'
import { findOperation } from './find-operation.ts'
import { replayedExamples } from './replayed-examples.ts'

interface Example {
  readonly method: string
  readonly path: string
}
const examples: Readonly<Record<string, Example>> = published.examples

/** What docs/simulator.md says of each operation: a table, and lists of what is left out. */
export function operationsInWords(): string {
  return [
    '| operation | examples of Microsoft replayed |',
    '| --------- | ------------------------------ |',
    ...everyGraphOperation.map(({ method, path, versions }) => {
      const note = versions?.includes('v1.0') === false ? ' (beta)' : ''
      return `| \`${method} ${path}\`${note} | ${examplesOf(method, path).join(', ')} |`
    }),
    '| `POST /$batch` | |',
    '',
    'Described by Microsoft in the part that is looked at, and not simulated:',
    '',
    ...notSimulated().map((operation) => `- \`${operation}\``),
    '',
    'Documented examples that are not replayed:',
    '',
    ...Object.entries(reasons()).map(([reason, names]) => `- ${reason}: ${names.join(', ')}`),
  ].join('\n')
}

function examplesOf(method: string, path: string): string[] {
  return Object.keys(replayedExamples).filter((name) => {
    const example = examples[name]
    const operation = example && findOperation(example.method, example.path)
    return operation?.method === method && operation.path === path
  })
}

function notSimulated(): string[] {
  const simulated = new Set(
    everyGraphOperation
      .map(({ method, path }) => `${method} ${plain(path)}`)
      .concat('POST /$batch'),
  )
  return Object.keys(described.operations)
    .filter((operation) => !simulated.has(plain(operation)))
    .toSorted()
}

function plain(path: string): string {
  return plainPath(path)
    .replaceAll(/\((\w+)=[^)]*\)/g, '($1)')
    .replaceAll('microsoft.graph.', '')
}

function reasons(): Record<string, string[]> {
  const byReason: Record<string, string[]> = {}
  for (const [name, reason] of Object.entries(examplesLeftOut)) {
    byReason[reason] = [...(byReason[reason] ?? []), name]
  }
  return byReason
}
