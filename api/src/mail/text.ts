import type { I18n } from '@lingui/core'
import type { MailContent } from './content.ts'
import { guestLeft } from './texts/guest-left.ts'
import { guestReturned } from './texts/guest-returned.ts'
import { journalRoot } from './texts/journal-root.ts'
import { leavingGivenUp } from './texts/leaving-given-up.ts'
import { leavingRefused } from './texts/leaving-refused.ts'
import { leftGroup } from './texts/left-group.ts'
import { leftOrganization } from './texts/left-organization.ts'
import { returnAsked } from './texts/return-asked.ts'
import { returnEnded } from './texts/return-ended.ts'
import { returnLapsed } from './texts/return-lapsed.ts'
import { returnRefused } from './texts/return-refused.ts'
import { returned } from './texts/returned.ts'

/** A mail in words: one reason, one date, at most one button, and last why it was sent. */
export interface MailText {
  readonly subject: string
  readonly greeting: string
  readonly paragraphs: readonly string[]
  /** Leads to a page of the portal; it never acts. */
  readonly button?: { readonly label: string; readonly to: 'receipt' | 'left-guests' }
  /** A line for machines, which stands by itself and is not broken. */
  readonly verbatim?: string
  readonly why: string
}

/** The words of a mail in the language that is active. */
export function textOf(i18n: I18n, content: MailContent): MailText {
  switch (content.template) {
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
    case 'journal-root':
      return journalRoot(i18n, content)
  }
}
