import type { Transaction } from 'kysely'
import {
  type ConnectedOrganization,
  languageOfPeople,
} from '../configuration/connected-organization.ts'
import type { ReachableDecider } from '../guests/find-decider.ts'
import { languageOfGuest } from '../guests/tell.ts'
import { postMail } from '../mail/post.ts'
import { findMove } from '../moves/move.ts'
import { tellOldAccount } from '../moves/tell.ts'
import type { Tables } from '../store/tables.ts'
import { type EndingRow, readEndingWords } from './ending.ts'

/** Tells the contacts of an organization that an ending waits for an operator's word, and why. */
export async function tellWhoAgrees(
  transaction: Transaction<Tables>,
  row: EndingRow,
  { connected, at }: { readonly connected: ConnectedOrganization; readonly at: Date },
): Promise<void> {
  const words = await readEndingWords(transaction, row)
  if (!words) return
  const profile = await transaction
    .selectFrom('organizationProfile')
    .select('privacyContact')
    .executeTakeFirst()
  for (const to of new Set([profile?.privacyContact, connected.exitRequests.escalateTo])) {
    if (!to) continue
    await postMail(transaction, {
      organizationId: row.organizationId,
      guestId: row.guestId,
      at,
      key: `ending:${row.endingId}:asked:${to.toLowerCase()}`,
      to,
      language: languageOfPeople(connected),
      content: {
        template: 'ending-asked',
        guest: words.guest.name,
        organization: words.organization,
        slug: connected.slug,
        by: words.askedBy,
        reason: words.reason,
        isUnusual: row.because === 'unusual-day',
        isMove: row.isMove,
      },
    })
  }
}

/** Tells whoever asked what an operator has answered. */
export async function tellOfAnswer(
  transaction: Transaction<Tables>,
  row: EndingRow,
  {
    asker,
    connected,
    by,
    isAllowed,
    note,
    at,
  }: {
    readonly asker: ReachableDecider | undefined
    readonly connected: ConnectedOrganization
    readonly by: string
    readonly isAllowed: boolean
    readonly note: string
    readonly at: Date
  },
): Promise<void> {
  const words = await readEndingWords(transaction, row)
  if (!words || !asker) return
  await postMail(transaction, {
    organizationId: row.organizationId,
    guestId: row.guestId,
    at,
    key: `ending:${row.endingId}:answered`,
    to: asker.mail,
    language: languageOfPeople(connected),
    content: {
      template: 'ending-answered',
      name: asker.name,
      guest: words.guest.name,
      guestId: row.guestId,
      organization: words.organization,
      slug: connected.slug,
      by,
      isAllowed,
      note,
    },
  })
}

interface Telling {
  /** For whoever has not read Foyer yet. */
  readonly organizationLanguage: string
  /** By the Clock. */
  readonly at: Date
}

/** Tells a guest that they cannot sign in any more, by whose word, why, and until when that can change. */
export async function tellOfBlock(
  transaction: Transaction<Tables>,
  row: EndingRow,
  telling: Telling,
): Promise<void> {
  await tell(transaction, row, telling, 'access-ended')
}

/** Tells a guest that their account is removed. */
export async function tellOfRemoval(
  transaction: Transaction<Tables>,
  row: EndingRow,
  telling: Telling,
): Promise<void> {
  await tell(transaction, row, telling, 'access-removed')
}

async function tell(
  transaction: Transaction<Tables>,
  row: EndingRow,
  { organizationLanguage, at }: Telling,
  template: 'access-ended' | 'access-removed',
): Promise<void> {
  const words = await readEndingWords(transaction, row)
  if (!words?.guest.mail) return
  if (row.isMove) {
    const move = await findMove(transaction, { endingId: row.endingId })
    const outcome = template === 'access-ended' ? 'blocked' : 'removed'
    const removalAt = row.removesAt.toISOString()
    if (move)
      await tellOldAccount(transaction, move, { organizationLanguage, at, removalAt }, outcome)
    return
  }
  const { guest, organization, askedBy, reason } = words
  await postMail(transaction, {
    organizationId: row.organizationId,
    guestId: row.guestId,
    at,
    key: `ending:${row.endingId}:${template}`,
    to: words.guest.mail,
    language: await languageOfGuest(transaction, row.guestId, organizationLanguage),
    content: {
      template,
      name: guest.name,
      organization,
      by: askedBy,
      reason,
      removalAt: row.removesAt.toISOString(),
    },
  })
}
