import type { PersonId } from '@foyer/contracts/ids'
import { appendToJournal, type NewEntry } from '../../src/journal/append.ts'
import type { Store } from '../../src/store/store.ts'
import { contosoId } from './test-store.ts'

export const graceId = '9ace0000-0000-4000-8000-000000000009' as PersonId
export const omarId = '03a40000-0000-4000-8000-000000000003' as PersonId
export const tender = '7e4de200-0000-4000-8000-000000002026'

/** Grace left the group Tender 2026 of Contoso, unless something else is said. */
export function entryOf(different: Partial<NewEntry> = {}): NewEntry {
  return {
    organizationId: contosoId,
    at: new Date('2026-11-25T14:05:00.123Z'),
    act: 'leave-group',
    outcome: 'done',
    actor: { kind: 'guest', id: graceId },
    guestId: graceId,
    objectId: tender,
    requestId: '4e900000-0000-4000-8000-000000000001',
    tokenId: 'Jw3-ABcd_EF',
    sessionId: '0045c8a1-0000-4000-8000-0000000000aa',
    directoryRequestIds: ['d1000000-0000-4000-8000-000000000001'],
    facts: { groupCount: 7, of: { b: ['x', null, true], a: -3 } },
    words: { guest: 'Grace Adeyemi', organization: 'Contoso', group: 'Tender 2026' },
    ...different,
  }
}

/** Writes entries down, each in a transaction of its own as acts do. */
export async function append(
  store: Store,
  ...entries: readonly Partial<NewEntry>[]
): Promise<void> {
  for (const different of entries) {
    const entry = entryOf(different)
    await store.asOrganization(entry.organizationId, async (transaction) =>
      appendToJournal(transaction, entry),
    )
  }
}
