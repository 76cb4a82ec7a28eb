import type { Transaction } from 'kysely'
import { readLeavingWords } from '../leaving/leaving.ts'
import { requireDoneLeaving } from '../restoring/restoration.ts'
import type { Tables } from '../store/tables.ts'
import { tellWhoCanAnswer, type Telling } from './tell.ts'

const dayMs = 24 * 60 * 60_000
/** So long after a request whoever can answer is told once more. */
const patienceMs = 7 * dayMs

/** Tells whoever can answer of requests that have waited for a week: once, however often it is called. */
export async function remindOfRequests(
  transaction: Transaction<Tables>,
  { at, ...telling }: Omit<Telling, 'privacyContact' | 'remindedOf'>,
): Promise<void> {
  const requests = await transaction
    .selectFrom('returnRequest')
    .select(['leavingId', 'askedAt'])
    .where('state', '=', 'open')
    .where('askedAt', '<=', new Date(at.getTime() - patienceMs))
    .execute()
  if (requests.length === 0) return
  const profile = await transaction
    .selectFrom('organizationProfile')
    .select('privacyContact')
    .executeTakeFirst()
  const privacyContact = profile?.privacyContact ?? undefined
  for (const { leavingId, askedAt: remindedOf } of requests) {
    const leaving = await requireDoneLeaving(transaction, leavingId)
    const words = await readLeavingWords(transaction, leaving)
    if (!words) continue
    await tellWhoCanAnswer(transaction, leaving, words, {
      ...telling,
      privacyContact,
      at,
      remindedOf,
    })
  }
}
