import { expect, test } from 'vitest'
import { startDeadline } from './deadline.ts'
import { DirectoryError } from './directory-error.ts'
import type { RestorationAttempt } from './graph-acts.ts'
import { restoreOnce } from './restoration.ts'
import { Unanswered } from './retry.ts'

const broken = () => new Unanswered(new DirectoryError('directory-failed'), 0)

/** A directory that ends its attempts as told, and counts them. */
function directoryThat(...outcomes: RestorationAttempt[]) {
  let attempts = 0
  return {
    attempt: async () => outcomes[attempts++] ?? broken(),
    attempts: () => attempts,
  }
}

test.each([
  ['found there is not attempted again', [broken()], true, 'restored', 1],
  ['not found there is attempted again', [broken(), 'restored'], false, 'restored', 2],
  ['shown late is known by nobody being removed', [broken(), 'not-there'], false, 'restored', 2],
  ['met by another person is told', [broken(), 'taken'], false, 'taken', 2],
] as const)(
  'a restoration whose end nobody told, and %s',
  async (_, outcomes, isThere, end, tries) => {
    const directory = directoryThat(...outcomes)
    const restoration = await restoreOnce(
      startDeadline(5_000),
      directory.attempt,
      async () => isThere,
    )
    expect(restoration).toBe(end)
    expect(directory.attempts()).toBe(tries)
  },
)

test('who was not among the removed is not restored by us', async () => {
  const directory = directoryThat('not-there')
  expect(await restoreOnce(startDeadline(5_000), directory.attempt, async () => true)).toBe(
    'not-there',
  )
})

test('what cannot be told is no success', async () => {
  const directory = directoryThat()
  const restoration = restoreOnce(startDeadline(5_000), directory.attempt, async () => {
    throw new DirectoryError('directory-timeout')
  })
  await expect(restoration).rejects.toMatchObject({ code: 'directory-timeout' })
  expect(directory.attempts()).toBe(1)
})
