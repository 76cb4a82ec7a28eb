import type { I18n } from '@lingui/core'
import type { MailContent } from './content.ts'
import { accessEnded, accessRemoved } from './texts/access-ended.ts'
import { accessEnds } from './texts/access-ends.ts'
import { accessExtended } from './texts/access-extended.ts'
import { departureCode } from './texts/departure-code.ts'
import { doubtAnswered } from './texts/doubt-answered.ts'
import { doubtAsked } from './texts/doubt-asked.ts'
import { endingAnswered, endingAsked } from './texts/ending-asked.ts'
import { exitAsked } from './texts/exit-asked.ts'
import { exitCode } from './texts/exit-code.ts'
import { exitFiled } from './texts/exit-filed.ts'
import { exitGranted } from './texts/exit-granted.ts'
import { exitNotice } from './texts/exit-notice.ts'
import { exitOverdue } from './texts/exit-overdue.ts'
import { exitRefused } from './texts/exit-refused.ts'
import { exitStopped } from './texts/exit-stopped.ts'
import { guestEnds } from './texts/guest-ends.ts'
import { guestLeft } from './texts/guest-left.ts'
import { guestReturned } from './texts/guest-returned.ts'
import { invited } from './texts/invitation.ts'
import { invitationNews } from './texts/invitation-news.ts'
import { invitationReminder } from './texts/invitation-reminder.ts'
import { journalRoot } from './texts/journal-root.ts'
import { leavingGivenUp } from './texts/leaving-given-up.ts'
import { leavingRefused } from './texts/leaving-refused.ts'
import { leavingWaits } from './texts/leaving-waits.ts'
import { leftGroup } from './texts/left-group.ts'
import { leftOrganization } from './texts/left-organization.ts'
import { guestMoves } from './texts/guest-moves.ts'
import { moveNews } from './texts/move-news.ts'
import { successionAsked } from './texts/succession-asked.ts'
import { resetAsked, resetWaits } from './texts/reset-asked.ts'
import { resetDone, resetStopped } from './texts/reset-done.ts'
import { resetNews } from './texts/reset-news.ts'
import { returnAsked } from './texts/return-asked.ts'
import { returnEnded } from './texts/return-ended.ts'
import { returnLapsed } from './texts/return-lapsed.ts'
import { returnRefused } from './texts/return-refused.ts'
import { returned } from './texts/returned.ts'
import { sponsorDigest } from './texts/sponsor-digest.ts'
import { guestHandedOver, nobodyVouches, sponsorChanged } from './texts/sponsor-changed.ts'
import { stayAsked } from './texts/stay-asked.ts'
import { stayRefused } from './texts/stay-refused.ts'

/** A page of an organization, by its slug, or one at an address that is made for the mail. */
export type ButtonTarget =
  | 'organization'
  | 'guest'
  | 'guests'
  | 'asked'
  | 'left-guests'
  | 'exit-requests'
  | 'asked-endings'
  | 'receipt'
  | 'exit-status'
  | 'not-me'
  | 'reset'
  | 'invitation'
  | 'invitations'
  | 'move'

/** A mail in words: one reason, one date, at most one button, and last why it was sent. */
export interface MailText {
  readonly subject: string
  readonly greeting: string
  readonly paragraphs: readonly string[]
  /** Leads to a page of the portal; it never acts. */
  readonly button?: { readonly label: string; readonly to: ButtonTarget }
  /** A line for machines, which stands by itself and is not broken. */
  readonly verbatim?: string
  readonly why: string
}

/** The words of a mail in the language that is active. */
export function textOf(i18n: I18n, content: MailContent): MailText {
  switch (content.template) {
    case 'invitation':
      return invited(i18n, content)
    case 'invitation-reminder':
      return invitationReminder(i18n, content)
    case 'invitation-news':
      return invitationNews(i18n, content)
    case 'guest-moves':
      return guestMoves(i18n, content)
    case 'move-news':
      return moveNews(i18n, content)
    case 'reset-asked':
      return resetAsked(i18n, content)
    case 'reset-waits':
      return resetWaits(i18n, content)
    case 'reset-done':
      return resetDone(i18n, content)
    case 'reset-stopped':
      return resetStopped(i18n, content)
    case 'reset-news':
      return resetNews(i18n, content)
    case 'left-organization':
      return leftOrganization(i18n, content)
    case 'left-group':
      return leftGroup(i18n, content)
    case 'leaving-ended':
      return content.outcome === 'failed'
        ? leavingGivenUp(i18n, content)
        : leavingRefused(i18n, content)
    case 'guest-left':
      return guestLeft(i18n, content)
    case 'returned':
      return returned(i18n, content)
    case 'return-ended':
      return returnEnded(i18n, content)
    case 'guest-returned':
      return guestReturned(i18n, content)
    case 'return-asked':
      return returnAsked(i18n, content)
    case 'return-refused':
      return returnRefused(i18n, content)
    case 'return-lapsed':
      return returnLapsed(i18n, content)
    case 'departure-code':
      return departureCode(i18n, content)
    case 'access-ended':
      return accessEnded(i18n, content)
    case 'access-removed':
      return accessRemoved(i18n, content)
    case 'access-ends':
      return accessEnds(i18n, content)
    case 'guest-ends':
      return guestEnds(i18n, content)
    case 'sponsor-digest':
      return sponsorDigest(i18n, content)
    case 'ending-asked':
      return endingAsked(i18n, content)
    case 'ending-answered':
      return endingAnswered(i18n, content)
    case 'stay-asked':
      return stayAsked(i18n, content)
    case 'doubt-asked':
      return doubtAsked(i18n, content)
    case 'doubt-answered':
      return doubtAnswered(i18n, content)
    case 'stay-refused':
      return stayRefused(i18n, content)
    case 'access-extended':
      return accessExtended(i18n, content)
    case 'succession-asked':
      return successionAsked(i18n, content)
    case 'sponsor-changed':
      return sponsorChanged(i18n, content)
    case 'guest-handed-over':
      return guestHandedOver(i18n, content)
    case 'nobody-vouches':
      return nobodyVouches(i18n, content)
    case 'leaving-waits':
      return leavingWaits(i18n, content)
    case 'exit-code':
      return exitCode(i18n, content)
    case 'exit-filed':
      return exitFiled(i18n, content)
    case 'exit-notice':
      return exitNotice(i18n, content)
    case 'exit-asked':
      return exitAsked(i18n, content)
    case 'exit-granted':
      return exitGranted(i18n, content)
    case 'exit-refused':
      return exitRefused(i18n, content)
    case 'exit-stopped':
      return exitStopped(i18n, content)
    case 'exit-overdue':
      return exitOverdue(i18n, content)
    case 'journal-root':
      return journalRoot(i18n, content)
  }
}
