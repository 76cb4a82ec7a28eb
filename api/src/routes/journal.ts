import { listMyJournal } from '@foyer/contracts/journal'
import { startDeadline } from '@foyer/directory/deadline'
import type { FastifyInstance } from 'fastify'
import type { Cursors } from '../http/cursor.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import { listOwnEntries } from '../journal/own-entries.ts'
import type { MeSetting } from './me.ts'
import { requirePerson } from './require-person.ts'

const pageLength = 50

/** What Foyer did about the caller. The token says who that is: nothing here takes an id. */
export function mountJournal(
  scope: FastifyInstance,
  {
    directory,
    store,
    deadlineMs,
    cursors,
  }: Omit<MeSetting, 'organizations'> & { readonly cursors: Cursors },
): void {
  mountOperation(scope, listMyJournal, async ({ caller, query }) => {
    const { organizationId } = caller
    const before = query.cursor === undefined ? undefined : cursors.read(query.cursor, caller)
    if (query.cursor !== undefined && before === undefined)
      throw new ProblemError('invalid-request')
    await requirePerson(directory.of(organizationId, startDeadline(deadlineMs)), caller)
    const found = await store.asOrganization(organizationId, async (transaction) =>
      listOwnEntries(transaction, caller, { before, most: pageLength + 1 }),
    )
    const entries = found.slice(0, pageLength)
    const last = entries.at(-1)
    if (!last || found.length === entries.length) return { entries }
    return { entries, cursor: cursors.issue(caller, last.position) }
  })
}
