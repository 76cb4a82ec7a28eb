import { DirectoryError } from '@foyer/directory/directory-error'
import { fastify } from 'fastify'
import { expect, test } from 'vitest'
import { blankSecrets, loggerSetting } from '../src/http/log.ts'
import { ProblemError } from '../src/http/problem-error.ts'

function logOf(error: unknown): string {
  const lines: string[] = []
  const app = fastify({ logger: loggerSetting('info', { write: (line) => void lines.push(line) }) })
  app.log.error({ err: error }, 'failed')
  return lines.join('')
}

test('an error that quotes a token or an address is written without them', () => {
  const token = 'eyJhbGciOiJSUzI1NiJ9.eyJvaWQiOiJncmFjZSJ9.c2lnbmF0dXJl'
  const cause = new Error('user grace@adatum.com has no mailbox at grace%40adatum.com')
  const log = logOf(new Error(`Authorization: Bearer ${token}`, { cause }))
  expect(log).not.toContain('eyJ')
  expect(log).not.toContain('adatum')
  expect(log).toContain('log.test.ts')
})

test('what an error of the directory knows is written, by its own names', () => {
  const facts = { operation: 'findPerson', status: 503, directoryRequestId: 'abc' }
  const log = logOf(
    new ProblemError('directory-failed', { cause: new DirectoryError('directory-failed', facts) }),
  )
  expect(JSON.parse(log)).toMatchObject({ err: { cause: { code: 'directory-failed', facts } } })
})

test.each([
  ['mail to lena@atelier-vogel.example failed', 'mail to [address] failed'],
  ['UPN grace_adatum.com#EXT#@contoso.com', 'UPN [address]'],
  ['nothing to hide', 'nothing to hide'],
])('%s', (text, blanked) => {
  expect(blankSecrets(text)).toBe(blanked)
})
