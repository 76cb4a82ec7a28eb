import { datesAfterRemoval } from '@foyer/lifecycle/depart'
import { undoableUntil } from '@foyer/lifecycle/way-back'
import type { Transaction } from 'kysely'
import type { MailContent } from '../mail/content.ts'
import { type NewMail, postMail, postMails } from '../mail/post.ts'
import type { Tables } from '../store/tables.ts'
import type { End, EndSetting } from './end.ts'
import {
  countHeld,
  type LeavingRow,
  type LeavingWords,
  stoppedByGuest,
  type Subject,
} from './leaving.ts'

/** Nothing is refused to whom somebody else has given what they wanted. */
const endedByOthers: ReadonlySet<string> = new Set(['no-longer-here', 'membership-not-found'])

/** Tells the guest that they leave, and until when they can take it back. */
export async function tellOfWait(
  transaction: Transaction<Tables>,
  { organizationId, guestId, words, language, askedAt: at }: Waiting,
  leavingId: string,
  beginsAt: Date,
): Promise<void> {
  if (!words.guest.mail) return
  await postMail(transaction, {
    organizationId,
    guestId,
    at,
    key: `leaving:${leavingId}:waits`,
    to: words.guest.mail,
    language,
    content: {
      template: 'leaving-waits',
      name: words.guest.name,
      organization: words.organization,
      beginsAt: beginsAt.toISOString(),
      leavingId,
    },
  })
}

interface Waiting extends Subject {
  readonly words: LeavingWords
  readonly language: string
  readonly askedAt: Date
}

/** Tells the guest how it ended and, where somebody has left, those who vouched for them. */
export async function tellOfEnd(
  transaction: Transaction<Tables>,
  row: LeavingRow,
  words: LeavingWords,
  end: End,
  { now, organizationLanguage, undoHours = 0 }: EndSetting,
): Promise<void> {
  const { organizationId, leavingId, guestId } = row
  const about = { organizationId, guestId, at: now }
  const isTold =
    end.state === 'refused' &&
    (endedByOthers.has(end.because) || (row.exitRequestId && end.because === stoppedByGuest))
  const mails: NewMail[] = []
  if (words.guest.mail && !isTold) {
    mails.push({
      ...about,
      // A leaving that was given up may be tried again, and then ends once more.
      key: `leaving:${leavingId}:${end.state}:guest`,
      to: words.guest.mail,
      language: row.language,
      content: toGuest(row, words, end, undoHours),
    })
  }
  if (end.state === 'done' && !row.groupId) {
    const content = {
      template: 'guest-left' as const,
      guest: words.guest.name,
      organization: words.organization,
      ownerless: words.ownerless ?? [],
      proposed: proposedOf(row, words),
      ...datesOf(end.leftAt),
    }
    const vouching = words.told.map(({ name, mail }) => ({
      ...about,
      key: `leaving:${leavingId}:told:${mail.toLowerCase()}`,
      to: mail,
      language: organizationLanguage,
      content: { ...content, name },
    }))
    mails.push(...vouching)
  }
  await postMails(transaction, mails)
}

/** For the groups that are told of: one may have been given an owner since it was proposed. */
function proposedOf(
  { ownedAlone }: Pick<LeavingRow, 'ownedAlone'>,
  { ownerless = [], proposed = [] }: LeavingWords,
) {
  return proposed
    .filter(({ groupId }) => ownerless.length > 0 && ownedAlone.includes(groupId))
    .map(({ group, person }) => ({ group, person }))
}

function toGuest(
  { leavingId, holdings }: LeavingRow,
  words: LeavingWords,
  end: End,
  undoHours: number,
): MailContent {
  const { guest, organization, group } = words
  const about = { name: guest.name, organization, leavingId }
  if (end.state !== 'done') {
    const { state: outcome, because } = end
    return { template: 'leaving-ended', ...about, group, outcome, because }
  }
  if (group !== undefined) {
    return { template: 'left-group', ...about, group, leftAt: end.leftAt.toISOString() }
  }
  const groupCount = countHeld(holdings) ?? 0
  return {
    template: 'left-organization',
    ...about,
    ...datesOf(end.leftAt),
    groupCount,
    undoableUntil: undoableUntil(end.leftAt, undoHours)?.toISOString(),
  }
}

function datesOf(leftAt: Date) {
  const { restorableUntil } = datesAfterRemoval(leftAt)
  return { leftAt: leftAt.toISOString(), restorableUntil: restorableUntil.toISOString() }
}
