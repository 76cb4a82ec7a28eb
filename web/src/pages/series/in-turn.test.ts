import { expect, test } from 'vitest'
import { workInTurn } from './in-turn.ts'

test('seven are worked on in their order, and never more than three at once', async () => {
  const begun: number[] = []
  let atWork = 0
  let most = 0
  await workInTurn([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    begun.push(item)
    atWork += 1
    most = Math.max(most, atWork)
    await Promise.resolve()
    atWork -= 1
  })
  expect(begun).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(most).toBe(3)
})

test('after a fault no further one is begun', async () => {
  const begun: number[] = []
  const work = workInTurn([1, 2, 3], 1, async (item) => {
    begun.push(item)
    await Promise.reject(new Error(`fault in ${item}`))
  })
  await expect(work).rejects.toThrow('fault in 1')
  expect(begun).toEqual([1])
})
