import { expect, test } from 'vitest'
import { startDeadline } from './deadline.ts'
import { DirectoryError } from './directory-error.ts'
import { retry, retryAfterMs, Unanswered } from './retry.ts'

const failed = new DirectoryError('directory-failed')

test.each([
  ['2', 2_000],
  ['2.128', 2_128],
  ['0', 0],
  [' 1 ', 1_000],
  ['soon', undefined],
  ['-1', undefined],
  ['', undefined],
  [null, undefined],
])('Retry-After %o is %o ms', (value, milliseconds) => {
  expect(retryAfterMs(value)).toBe(milliseconds)
})

test('Retry-After may be a date, and one that is over means now', () => {
  const later = new Date(Date.now() + 60_000).toUTCString()
  expect(retryAfterMs(later)).toBeGreaterThan(58_000)
  expect(retryAfterMs(later)).toBeLessThanOrEqual(60_000)
  expect(retryAfterMs('Mon, 01 Jan 2024 00:00:00 GMT')).toBe(0)
})

test('four attempts are made and no more', async () => {
  let attempts = 0
  const attempt = async () => {
    attempts += 1
    return new Unanswered(failed, 0)
  }
  await expect(retry(startDeadline(4_000), attempt)).rejects.toBe(failed)
  expect(attempts).toBe(4)
})

test('a wait that would pass the deadline is not begun', async () => {
  let attempts = 0
  const startedAt = performance.now()
  const attempt = async () => {
    attempts += 1
    return new Unanswered(failed, 60_000)
  }
  await expect(retry(startDeadline(4_000), attempt)).rejects.toBe(failed)
  expect(attempts).toBe(1)
  expect(performance.now() - startedAt).toBeLessThan(4_000)
})

test('what was answered is not asked again', async () => {
  const answers = [new Unanswered(failed, 0), 'here', 'never']
  expect(await retry(startDeadline(4_000), async () => answers.shift())).toBe('here')
  expect(answers).toEqual(['never'])
})

test('where the time runs out while it is asked again, what was answered before is told', async () => {
  const timeout = new DirectoryError('directory-timeout')
  let attempts = 0
  const attempt = async () => {
    attempts += 1
    if (attempts === 2) throw timeout
    return new Unanswered(failed, 0)
  }
  await expect(retry(startDeadline(4_000), attempt)).rejects.toBe(failed)
  await expect(retry(startDeadline(4_000), async () => Promise.reject(timeout))).rejects.toBe(
    timeout,
  )
})
