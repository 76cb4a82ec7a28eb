import { randomUUID } from 'node:crypto'
import { reminderDue } from '@foyer/lifecycle/exit-request'
import { sql, type Transaction } from 'kysely'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { leaveOrganizationKind, type LeavingWords } from '../leaving/leaving.ts'
import type { Tables } from '../store/tables.ts'
import { addStep } from '../work/add-step.ts'
import { urgency } from '../work/step.ts'
import { keepGuestKey } from '../words/guest-key.ts'
import { sealWords } from '../words/seal.ts'
import { openRequest } from './open.ts'
import { changeExitRequest, type ExitRequestRow, readExitWords, underWay } from './request.ts'
import { tellGuest, tellWhoAnswers } from './tell.ts'

const dayMs = 24 * 60 * 60_000
/** As long as the address of a request leads to it at least. */
const keptDays = 180

/**
 * What the day brings for the requests of an organization: those that waited long enough are put to
 * it, it is told of what is due, and whoever was blocked for the grace time is removed. However often
 * it is called, each is done once.
 */
export async function keepTimeOfExits(
  transaction: Transaction<Tables>,
  connected: ConnectedOrganization,
  now: Date,
): Promise<void> {
  await transaction
    .deleteFrom('exitRequest')
    .where('endedAt', '<', new Date(now.getTime() - keptDays * dayMs))
    .execute()
  await transaction
    .deleteFrom('mailCode')
    .where('endsAt', '<', new Date(now.getTime() - dayMs))
    .where((query) =>
      query.not(
        query.exists(
          query
            .selectFrom('exitRequest')
            .select('exitRequestId')
            .whereRef('exitRequest.codeId', '=', 'mailCode.codeId'),
        ),
      ),
    )
    .execute()
  // Removed by somebody else, as the feed of guests says.
  await sql`UPDATE exit_request SET state = 'gone', ended_at = ${now} FROM guest
    WHERE guest.guest_id = exit_request.guest_id AND guest.removed_at IS NOT NULL
      AND exit_request.state IN ('waiting', 'open')`.execute(transaction)
  const rows = await transaction
    .selectFrom('exitRequest')
    .selectAll()
    .where('state', 'in', underWay)
    .forUpdate()
    .execute()
  for (const row of rows as ExitRequestRow[]) await keepTime(transaction, row, connected, now)
}

async function keepTime(
  transaction: Transaction<Tables>,
  row: ExitRequestRow,
  connected: ConnectedOrganization,
  now: Date,
): Promise<void> {
  if (row.state === 'granted') {
    // Until the block is done, or given up by a reason that somebody looks into, nothing is removed.
    if (row.removalAt && now >= row.removalAt && !row.because) await remove(transaction, row, now)
    return
  }
  const isOpening = row.state === 'waiting' && row.opensAt && now >= row.opensAt
  if (isOpening) await openRequest(transaction, row, connected, now)
  if (row.state === 'open' || isOpening) await remind(transaction, row, connected, now)
}

async function remind(
  transaction: Transaction<Tables>,
  row: ExitRequestRow,
  connected: ConnectedOrganization,
  at: Date,
): Promise<void> {
  const occasion = reminderDue(row.dueAt, at)
  const words = occasion && (await readExitWords(transaction, row))
  if (!words) return
  const stage = occasion === 'overdue' ? 'overdue' : 'again'
  await tellWhoAnswers(transaction, row, words, { connected, at, stage, occasion })
  if (occasion !== 'overdue') return
  const { guest, organization } = words
  await tellGuest(
    transaction,
    row,
    { at, what: occasion, to: [guest.mail] },
    {
      template: 'exit-overdue',
      name: guest.name,
      organization,
      dueAt: row.dueAt.toISOString(),
      exitRequestId: row.exitRequestId,
    },
  )
}

/** The removal is a leaving like any other, which looks at everything once more, and has a receipt. */
async function remove(
  transaction: Transaction<Tables>,
  row: ExitRequestRow,
  now: Date,
): Promise<void> {
  const { organizationId, guestId, exitRequestId, language, requestId } = row
  const words = await readExitWords(transaction, row)
  if (!words) return changeExitRequest(transaction, row, { state: 'gone', endedAt: now })
  const leavingId = randomUUID()
  const kept: LeavingWords = { guest: words.guest, organization: words.organization, told: [] }
  const { rows } = await sql<object>`
    INSERT INTO leaving (organization_id, leaving_id, guest_id, asked_at, language, request_id,
      exit_request_id, granted_by, granted_as, words)
    VALUES (${organizationId}, ${leavingId}, ${guestId}, ${row.askedAt}, ${language},
      ${requestId}, ${exitRequestId}, ${row.answeredBy}, ${row.answeredAs},
      ${sealWords(await keepGuestKey(transaction, organizationId, guestId), kept)})
    ON CONFLICT DO NOTHING RETURNING 1`.execute(transaction)
  if (rows.length === 0) return
  await addStep(transaction, {
    organizationId,
    kind: leaveOrganizationKind,
    subjectId: leavingId,
    key: `leaving:${leavingId}`,
    urgency: urgency.awaited,
  })
}
