import { randomUUID } from 'node:crypto'
import { checkInvitationFile } from '@foyer/contracts/invitation-file-check'
import {
  getInvitationFile,
  inviteByFile,
  listInvitationFileItems,
  listInvitationFiles,
  stopInvitationFile,
} from '@foyer/contracts/invitation-file'
import { startDeadline } from '@foyer/directory/deadline'
import type { FastifyInstance } from 'fastify'
import type { Transaction } from 'kysely'
import { connectedOf } from '../configuration/connected-organization.ts'
import type { Cursors } from '../http/cursor.ts'
import { findKeptRequest, keepRequest } from '../http/kept-request.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import { askAboutFile } from '../invitation-files/ask.ts'
import { findRules, judgeFile, readInvitations, tellFileCheck } from '../invitation-files/check.ts'
import { awaitOtherFiles, requireRowsLeft } from '../invitation-files/day-cap.ts'
import { type FileRecord, findFile, keepFile, stopFile } from '../invitation-files/file.ts'
import { findReasonToLeaveOut } from '../invitation-files/judge.ts'
import { listFiles, tellFile, tellItems } from '../invitation-files/tell.ts'
import { isDelegated } from '../invitations/delegation.ts'
import { appendToJournal } from '../journal/append.ts'
import { spendAct } from '../limits/spend-act.ts'
import type { Tables } from '../store/tables.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { MeSetting } from './me.ts'
import { requireOperator } from './require-person.ts'

const pageLength = 1_000

/** Many who are invited by a file, by an operator. */
export function mountInvitationFiles(
  scope: FastifyInstance,
  setting: MeSetting & { readonly cursors: Cursors },
): void {
  const { store, clock, organizations, cursors } = setting
  const here = ({ organizationId }: CallerIdentity) =>
    setting.directory.of(organizationId, startDeadline(setting.deadlineMs))

  /** Reads a file, and asks of the directory what can be asked of all rows at once; it counts the act. */
  async function prepare(caller: CallerIdentity, text: string) {
    const { organizationId, personId } = caller
    const directory = here(caller)
    const person = await requireOperator(directory, caller)
    await spendAct(store, organizationId, personId)
    const connected = connectedOf(organizations, organizationId)
    const now = clock.now()
    const { rules, isLet } = await store.asOrganization(organizationId, async (transaction) => ({
      rules: await findRules(transaction, connected, now),
      isLet: await isDelegated(transaction, personId, now),
    }))
    const reading = readInvitations(text, rules)
    const facts = await askAboutFile(directory, reading.rows, { person, isDelegated: isLet })
    return { reading, connected, facts, rules, now }
  }

  mountOperation(scope, checkInvitationFile, async ({ caller, body }) => {
    const prepared = await prepare(caller, body.text)
    const { reading } = prepared
    return store.asOrganization(caller.organizationId, async (transaction) => {
      const judged = await judgeFile(transaction, reading, prepared)
      return tellFileCheck(transaction, judged, { ...prepared, fault: reading.fault })
    })
  })

  mountOperation(scope, inviteByFile, async ({ caller, body, key, requestId }) => {
    const { organizationId, personId, tokenId, sessionId } = caller
    const before = await store.asOrganization(organizationId, async (transaction) =>
      findKeptRequest(transaction, personId, key),
    )
    if (before) return { fileId: before }
    const prepared = await prepare(caller, body.text)
    const { reading, connected, facts, now } = prepared
    if (reading.fault) throw new ProblemError('invitation-file-not-readable')
    if (!facts.isAllowed || !connected.identities.inviter) {
      throw new ProblemError('inviting-not-allowed')
    }
    return store.asOrganization(organizationId, async (transaction) => {
      await awaitOtherFiles(transaction, organizationId)
      const fileId = randomUUID()
      await keepRequest(transaction, caller, key, fileId)
      const kept = await findKeptRequest(transaction, personId, key)
      // The same request, at the same moment.
      if (kept !== undefined && kept !== fileId) return { fileId: kept }
      const { rows, digest } = await judgeFile(transaction, reading, prepared)
      if (digest !== body.digest) throw new ProblemError('invitation-file-differs')
      const sent = rows.filter((row) => findReasonToLeaveOut(row) === undefined).length
      await requireRowsLeft(transaction, sent, now)
      const file = {
        organizationId,
        fileId,
        askedAt: now,
        askedBy: personId,
        requestId,
        tokenId: tokenId ?? null,
        sessionId: sessionId ?? null,
        digest: Buffer.from(digest, 'hex'),
      }
      await keepFile(transaction, file, rows)
      await appendToJournal(transaction, {
        ...entryOf(caller, requestId, now),
        act: 'invite-by-file',
        outcome: 'asked',
        subjectId: fileId,
        facts: { rows: rows.length, sent },
      })
      return { fileId }
    })
  })

  mountOperation(scope, listInvitationFiles, async ({ caller }) => {
    await requireOperator(here(caller), caller)
    return store.asOrganization(caller.organizationId, async (transaction) => ({
      files: await listFiles(transaction, caller),
    }))
  })

  mountOperation(scope, getInvitationFile, async ({ caller, params }) => {
    await requireOperator(here(caller), caller)
    return store.asOrganization(caller.organizationId, async (transaction) =>
      tellFile(transaction, await requireFile(transaction, params.fileId), caller),
    )
  })

  mountOperation(scope, stopInvitationFile, async ({ caller, params, requestId }) => {
    const { organizationId, personId } = caller
    await requireOperator(here(caller), caller)
    await spendAct(store, organizationId, personId)
    await store.asOrganization(organizationId, async (transaction) => {
      const file = await requireFile(transaction, params.fileId)
      const stopped = await stopFile(transaction, file)
      if (stopped === 0) return
      await appendToJournal(transaction, {
        ...entryOf(caller, requestId, clock.now()),
        act: 'stop-invitation-file',
        outcome: 'done',
        subjectId: file.fileId,
        facts: { stopped },
      })
    })
  })

  mountOperation(scope, listInvitationFileItems, async ({ caller, params, query }) => {
    const after = query.cursor === undefined ? 0 : cursors.read(query.cursor, caller)
    if (after === undefined) throw new ProblemError('invalid-request')
    await requireOperator(here(caller), caller)
    return store.asOrganization(caller.organizationId, async (transaction) => {
      const file = await requireFile(transaction, params.fileId)
      const { items, next } = await tellItems(transaction, file, { after, most: pageLength })
      return { items, ...(next === undefined ? {} : { cursor: cursors.issue(caller, next) }) }
    })
  })
}

/** Of whichever operator of the organization: whoever sent it may be away. */
async function requireFile(transaction: Transaction<Tables>, fileId: string): Promise<FileRecord> {
  const file = await findFile(transaction, fileId)
  if (!file) throw new ProblemError('invitation-file-not-found')
  return file
}

function entryOf(
  { organizationId, personId, tokenId, sessionId }: CallerIdentity,
  requestId: string,
  at: Date,
) {
  const actor = { kind: 'operator', id: personId } as const
  return { organizationId, at, actor, requestId, tokenId, sessionId } as const
}
