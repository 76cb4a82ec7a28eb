import type { OwnerlessGroup } from '@foyer/contracts/ownerless-group'
import type { OrganizationId } from '@foyer/contracts/ids'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import { appendToJournal } from '../journal/append.ts'
import type { Store } from '../store/store.ts'
import { lookAtOwnerless } from './look.ts'
import {
  closeOwnerless,
  entryWordsOf,
  listOpen,
  type OwnerlessRow,
  type OwnerlessWords,
  readOwnerlessWords,
} from './ownerless-group.ts'

/** So many are looked at in one go: five batches of questions each. */
const most = 100

interface Reading {
  readonly organizationId: OrganizationId
  readonly requestId: string
  /** By the Clock. */
  readonly now: Date
}

/** An open one, without the address that belongs to it. */
type OpenGroup = Omit<OwnerlessGroup, 'microsoftOwnersUrl'>

/**
 * The groups that have no owner, as the directory says now. Those that have one again, and those that
 * are gone, are closed by being seen.
 *
 * @throws {DirectoryError}
 * @throws {StoreError}
 */
export async function readOwnerless(
  store: Store,
  directory: OrganizationDirectory,
  reading: Reading,
): Promise<{ readonly groups: OpenGroup[]; readonly otherGroups: number }> {
  const { organizationId } = reading
  const { rows, others } = await store.asOrganization(organizationId, async (transaction) => {
    const open = await listOpen(transaction, most)
    const known: { row: OwnerlessRow; words: OwnerlessWords | undefined }[] = []
    for (const row of open.rows) {
      known.push({ row, words: await readOwnerlessWords(transaction, row) })
    }
    return { rows: known, others: open.others }
  })
  const sight = await lookAtOwnerless(
    directory,
    rows.map(({ row }) => row),
  )
  const seen = rows.flatMap((each, place) => {
    const state = sight.states[place]
    return state === undefined || state === 'open' ? [] : [{ ...each, state }]
  })
  if (seen.length > 0) await closeSeen(store, seen, reading)
  return {
    groups: rows.flatMap(({ row, words }, place) => {
      const group = sight.groups.get(row.groupId)
      if (!group || sight.states[place] !== 'open') return []
      const { groupId, name, kind } = group
      const leftBy = words?.guest
      return [
        {
          groupId,
          name,
          kind,
          since: row.since.toISOString(),
          ...(leftBy === undefined ? {} : { leftBy }),
          ...(row.proposedId === null
            ? {}
            : { proposed: proposedOf(row.proposedId, sight.names, words) }),
        },
      ]
    }),
    otherGroups: others,
  }
}

function proposedOf(
  id: string,
  names: ReadonlyMap<string, string>,
  words: OwnerlessWords | undefined,
): NonNullable<OwnerlessGroup['proposed']> {
  const name = names.get(id) ?? words?.proposed
  return {
    personId: id as NonNullable<OwnerlessGroup['proposed']>['personId'],
    ...(name === undefined ? {} : { name }),
    isThere: names.has(id),
  }
}

async function closeSeen(
  store: Store,
  seen: readonly {
    readonly row: OwnerlessRow
    readonly words: OwnerlessWords | undefined
    readonly state: 'named' | 'gone'
  }[],
  { organizationId, requestId, now }: Reading,
): Promise<void> {
  await store.asOrganization(organizationId, async (transaction) => {
    for (const { row, state } of seen) {
      if (!(await closeOwnerless(transaction, row, { state, closedAt: now }))) continue
      // Erased meanwhile: nothing may seal a word of theirs any more.
      const words = await readOwnerlessWords(transaction, row)
      await appendToJournal(transaction, {
        organizationId,
        at: now,
        act: state === 'named' ? 'see-owner' : 'miss-group',
        outcome: 'done',
        actor: { kind: 'foyer' },
        guestId: row.guestId ?? undefined,
        objectId: row.groupId,
        subjectId: row.leavingId,
        requestId,
        words: words && entryWordsOf(words),
      })
    }
  })
}
