import type { PersonId } from '@foyer/contracts/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { destroyGuestKey, findGuestKey, keepGuestKey } from '../../src/words/guest-key.ts'
import { contosoId, openTestStore, type TestStore } from '../support/test-store.ts'

const grace = '91e00000-0000-4000-8000-000000000001' as PersonId
const omar = '91e00000-0000-4000-8000-000000000002' as PersonId

let opened: TestStore

beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(async () => opened[Symbol.asyncDispose]())

test('whoever has a key keeps it, over transactions and within one, and nobody has that of another', async () => {
  const { store } = opened
  const first = await store.asOrganization(contosoId, async (contoso) => {
    const key = await keepGuestKey(contoso, contosoId, grace)
    expect(await keepGuestKey(contoso, contosoId, grace)).toEqual(key)
    expect(await findGuestKey(contoso, grace)).toEqual(key)
    expect(await keepGuestKey(contoso, contosoId, omar)).not.toEqual(key)
    return key
  })
  await store.asOrganization(contosoId, async (contoso) =>
    expect(await keepGuestKey(contoso, contosoId, grace)).toEqual(first),
  )
})

test('what is destroyed is gone at once, and what is sealed afterwards has another key', async () => {
  await opened.store.asOrganization(contosoId, async (contoso) => {
    const before = await keepGuestKey(contoso, contosoId, grace)
    await destroyGuestKey(contoso, grace)
    expect(await findGuestKey(contoso, grace)).toBeUndefined()
    expect(await keepGuestKey(contoso, contosoId, grace)).not.toEqual(before)
  })
})
