import { earliestRestorable } from '@foyer/lifecycle/depart'
import { sql, type Transaction } from 'kysely'
import { readLeavingWords } from '../leaving/leaving.ts'
import { postMail } from '../mail/post.ts'
import { requireDoneLeaving } from '../restoring/restoration.ts'
import type { Tables } from '../store/tables.ts'

/** Ends requests that nobody has answered while the directory could bring their guests back. */
export async function lapseRequests(transaction: Transaction<Tables>, now: Date): Promise<void> {
  const { rows } = await sql<{ leavingId: string; language: string }>`
    UPDATE return_request request SET state = 'lapsed' FROM leaving
    WHERE leaving.leaving_id = request.leaving_id AND request.state = 'open'
      AND leaving.left_at <= ${earliestRestorable(now)}
    RETURNING request.leaving_id, request.language`.execute(transaction)
  for (const { leavingId, language } of rows) {
    const leaving = await requireDoneLeaving(transaction, leavingId)
    const words = await readLeavingWords(transaction, leaving)
    if (!words?.guest.mail) continue
    const { organizationId, guestId } = leaving
    await postMail(transaction, {
      organizationId,
      guestId,
      at: now,
      key: `return-request:${leavingId}:lapsed`,
      to: words.guest.mail,
      language,
      content: {
        template: 'return-lapsed',
        name: words.guest.name,
        organization: words.organization,
        leavingId,
      },
    })
  }
}
