/** What mails say of an invitation. */
export type InvitationContent = Invited | InvitationReminder | InvitationNews

/** To whoever is invited: by whom, to what and until when; the button opens the invitation. */
interface Invited {
  readonly template: 'invitation'
  readonly name: string
  readonly organization: string
  readonly slug: string
  /** The names of whoever invites, and of whoever vouches. */
  readonly by: string
  readonly sponsor: string
  readonly purpose: string
  /** What whoever invites has written. */
  readonly message?: string
  /** The last day of the access, in the organization's time zone. */
  readonly accessUntil: string
  /** When the offer ends, as RFC 3339 writes it. */
  readonly openUntil: string
  /** Six digits, which the page shows too. */
  readonly code: string
  /** Whose page the mail leads to; the address is made when the mail is sent. */
  readonly invitationId: string
}

/** To the same: nobody has answered yet, or you have not come to the end. */
interface InvitationReminder {
  readonly template: 'invitation-reminder'
  readonly name: string
  readonly organization: string
  readonly by: string
  readonly purpose: string
  readonly openUntil: string
  readonly isAccepted: boolean
  readonly code: string
  readonly invitationId: string
}

/** To whoever invited, and whoever vouches: what became of it. */
interface InvitationNews {
  readonly template: 'invitation-news'
  readonly name: string
  readonly guest: string
  readonly organization: string
  readonly slug: string
  readonly outcome: 'accepted' | 'redeemed' | 'held' | 'declined' | 'not-theirs' | 'expired'
  /** What they wrote who declined. */
  readonly reason?: string
}
