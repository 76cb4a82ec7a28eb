import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const place = join(import.meta.dirname, '..', 'src', 'http', 'standard-output.ts')

function outputOf(program: string): string {
  const whole = `import { standardOutput } from ${JSON.stringify(place)}; ${program}`
  return execFileSync(process.execPath, ['--input-type=module', '--eval', whole], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

test('what is logged in one turn and in the next comes out in its order', () => {
  const program = `standardOutput.write('one\\n'); standardOutput.write('two\\n');
    setTimeout(() => standardOutput.write('three\\n'))`
  expect(outputOf(program)).toBe('one\ntwo\nthree\n')
})

test('a process that ends in the same turn has told its last line', () => {
  expect(outputOf(`standardOutput.write('why it ends\\n'); process.exit()`)).toBe('why it ends\n')
})
