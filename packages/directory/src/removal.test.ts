import { expect, test } from 'vitest'
import { startDeadline } from './deadline.ts'
import { DirectoryError } from './directory-error.ts'
import type { RemovalAttempt } from './graph-acts.ts'
import { removeOnce } from './removal.ts'
import { Unanswered } from './retry.ts'

const broken = () => new Unanswered(new DirectoryError('directory-failed'), 0)

/** A directory that ends its attempts as told, and counts them. */
function directoryThat(...outcomes: RemovalAttempt[]) {
  let attempts = 0
  return {
    attempt: async () => outcomes[attempts++] ?? broken(),
    attempts: () => attempts,
  }
}

test('a removal whose end nobody told is looked for, and not repeated once it is found', async () => {
  const directory = directoryThat(broken())
  const removal = await removeOnce(startDeadline(5_000), directory.attempt, async () => true)
  expect(removal).toBe('removed')
  expect(directory.attempts()).toBe(1)
})

test('one that was not carried out is attempted again', async () => {
  const directory = directoryThat(broken(), 'removed')
  const removal = await removeOnce(startDeadline(5_000), directory.attempt, async () => false)
  expect(removal).toBe('removed')
  expect(directory.attempts()).toBe(2)
})

test('one that the directory shows late is known by the person being gone', async () => {
  const directory = directoryThat(broken(), 'not-there')
  const removal = await removeOnce(startDeadline(5_000), directory.attempt, async () => false)
  expect(removal).toBe('removed')
})

test('somebody who was gone before is not removed by us', async () => {
  const directory = directoryThat('not-there')
  const removal = await removeOnce(startDeadline(5_000), directory.attempt, async () => true)
  expect(removal).toBe('not-there')
})

test('what cannot be told is no success', async () => {
  const directory = directoryThat()
  const removal = removeOnce(startDeadline(5_000), directory.attempt, async () => {
    throw new DirectoryError('directory-timeout')
  })
  await expect(removal).rejects.toMatchObject({ code: 'directory-timeout' })
  expect(directory.attempts()).toBe(1)
})
