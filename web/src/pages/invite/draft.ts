import { type InvitationCheck } from '@foyer/contracts/invitation-check'
import {
  type InvitationLanguage,
  longestMessage,
  type NewInvitation,
} from '@foyer/contracts/invitation'
import type { GroupId, PersonId } from '@foyer/contracts/ids'

/** What whoever invites has typed. */
export interface Draft {
  readonly mail: string
  readonly name: string
  readonly purpose: string
  readonly endsOn: string
  readonly groups: readonly { readonly groupId: GroupId; readonly name: string }[]
  readonly language: InvitationLanguage
  readonly message: string
  readonly sponsorMail: string
  /** Whose account the new one takes the place of. */
  readonly movesFrom?: PersonId
}

export type DraftField = 'name' | 'purpose' | 'endsOn' | 'message' | 'sponsorMail'

/** The days that can be an end. */
export type EndSpan = Pick<InvitationCheck, 'earliestEnd' | 'latestEnd'>

/** What still has to be put right before it can be sent, in the order of the fields. */
export function findWrong(draft: Draft, { earliestEnd, latestEnd }: EndSpan): DraftField[] {
  const wrong: DraftField[] = []
  if (draft.name.trim() === '') wrong.push('name')
  if (draft.purpose.trim() === '') wrong.push('purpose')
  const isDay = /^\d{4}-\d\d-\d\d$/.test(draft.endsOn)
  if (!isDay || draft.endsOn < earliestEnd || (latestEnd && draft.endsOn > latestEnd)) {
    wrong.push('endsOn')
  }
  if (draft.message.length > longestMessage || holdsLink(draft.message)) wrong.push('message')
  const sponsor = draft.sponsorMail.trim()
  if (sponsor !== '' && !/^[^\s@]+@[^\s@]+$/.test(sponsor)) wrong.push('sponsorMail')
  return wrong
}

/** What looks like a link or an address to whoever reads it; the API knows more. */
export function holdsLink(text: string): boolean {
  return /https?:|www\.|\S@\S/i.test(text)
}

export function wantedBy(draft: Draft): NewInvitation {
  const message = draft.message.trim()
  const sponsorMail = draft.sponsorMail.trim()
  return {
    mail: draft.mail.trim(),
    name: draft.name.trim(),
    purpose: draft.purpose.trim(),
    endsOn: draft.endsOn,
    groupIds: draft.groups.map(({ groupId }) => groupId),
    language: draft.language,
    ...(message === '' ? {} : { message }),
    ...(sponsorMail === '' ? {} : { sponsorMail }),
    ...(draft.movesFrom === undefined ? {} : { movesFrom: draft.movesFrom }),
  }
}
