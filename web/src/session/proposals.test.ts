import type { ProposedOwner } from '@foyer/contracts/departure'
import { expect, test } from 'vitest'
import { inMemory } from '../../test/in-memory.ts'
import { createProposals } from './proposals.ts'

const grace = { organizationId: 'contoso', personId: 'grace' }
const forum = { groupId: 'forum', personId: 'noor' } as ProposedOwner

test('whom Grace proposes at Contoso is hers, there, until she has left', () => {
  const proposals = createProposals(inMemory())
  proposals.keep(grace, [forum])
  expect(proposals.list(grace)).toEqual([forum])
  expect(proposals.list({ ...grace, personId: 'omar' })).toEqual([])
  expect(proposals.list({ ...grace, organizationId: 'fabrikam' })).toEqual([])
  proposals.forget(grace)
  expect(proposals.list(grace)).toEqual([])
})

test.each(['', 'null', '{}', '[', '7'])('%j in the storage is no proposal', (text) => {
  const proposals = createProposals(inMemory({ 'foyer.proposals.contoso.grace': text }))
  expect(proposals.list(grace)).toEqual([])
})
