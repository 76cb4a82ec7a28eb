import type { AccessContent } from './access-content.ts'
import type { ExitContent } from './exit-content.ts'
import type { InvitationContent } from './invitation-content.ts'
import type { MoveContent } from './move-content.ts'
import type { ResetContent } from './reset-content.ts'
import type { SuccessionContent } from './succession-content.ts'

/** What a mail says, by its template: the words that the template names, and nothing else. */
export type MailContent =
  | LeftOrganization
  | LeftGroup
  | LeavingEnded
  | GuestLeft
  | Returned
  | ReturnEnded
  | GuestReturned
  | ReturnAsked
  | ReturnRefused
  | ReturnLapsed
  | DepartureCode
  | LeavingWaits
  | AccessContent
  | ExitContent
  | InvitationContent
  | MoveContent
  | ResetContent
  | SuccessionContent
  | JournalRoot

/** What one template names. */
export type ContentOf<T extends MailContent['template']> = Extract<
  MailContent,
  { readonly template: T }
>

/** To a guest: you have left the organization, this is your receipt, and until when it can be undone. */
interface LeftOrganization {
  readonly template: 'left-organization'
  readonly name: string
  readonly organization: string
  /** Instants as RFC 3339 writes them. */
  readonly leftAt: string
  readonly restorableUntil: string
  readonly groupCount: number
  /** Until when they can take it back themselves; absent where they cannot. */
  readonly undoableUntil?: string | undefined
  /** Whose receipt the mail leads to; the address is made when the mail is sent. */
  readonly leavingId: string
}

/** To a guest: you have left this group. */
interface LeftGroup {
  readonly template: 'left-group'
  readonly name: string
  readonly organization: string
  readonly group: string
  readonly leftAt: string
  readonly leavingId: string
}

/** To a guest: what you asked for was not done, and why. */
interface LeavingEnded {
  readonly template: 'leaving-ended'
  readonly name: string
  readonly organization: string
  /** Absent where it was the organization itself. */
  readonly group?: string | undefined
  readonly outcome: 'refused' | 'failed'
  readonly because: string
  readonly leavingId: string
}

/** To a sponsor: your guest has left by their own will. */
interface GuestLeft {
  readonly template: 'guest-left'
  /** Of the sponsor. */
  readonly name: string
  readonly guest: string
  readonly organization: string
  /** The names of the groups that have lost their last owner; absent in mails of before. */
  readonly ownerless?: readonly string[]
  /** Whom the guest proposes as their owners; absent in mails of before. */
  readonly proposed?: readonly { readonly group: string; readonly person: string }[]
  readonly leftAt: string
  readonly restorableUntil: string
}

/** To a guest: you are back. */
interface Returned {
  readonly template: 'returned'
  readonly name: string
  readonly organization: string
  /** How many of each the directory did not give back. */
  readonly lostSponsors: number
  readonly lostGroups: number
  /** They had asked, and somebody let them. */
  readonly isGranted: boolean
  readonly leavingId: string
}

/** To a guest: you wanted to be back, and are not as far as Foyer knows. */
interface ReturnEnded {
  readonly template: 'return-ended'
  readonly name: string
  readonly organization: string
  readonly outcome: 'refused' | 'failed'
  readonly because: string
  readonly leavingId: string
}

/** To a sponsor: your guest has come back. */
interface GuestReturned {
  readonly template: 'guest-returned'
  /** Of the sponsor. */
  readonly name: string
  readonly guest: string
  readonly organization: string
  /** Whether somebody who vouched does so no more; which of them, the directory does not say. */
  readonly isSponsorLost: boolean
  /** Groups that were not wanted back, and from which Foyer could not take the guest. */
  readonly keptGroups: number
}

/** To a sponsor, or to the privacy contact where there is none: a guest asks to come back. */
interface ReturnAsked {
  readonly template: 'return-asked'
  readonly name: string
  /** The contact has an operator answer. */
  readonly isContact: boolean
  readonly guest: string
  readonly organization: string
  /** Of the organization, for the address at which it is answered. */
  readonly slug: string
  /** Where they are told once more. */
  readonly firstAskedAt?: string | undefined
  readonly leftAt: string
  readonly restorableUntil: string
}

/** To a guest: whoever answered does not bring you back. */
interface ReturnRefused {
  readonly template: 'return-refused'
  readonly name: string
  readonly organization: string
  /** What they wrote stands at the receipt, and in no mail. */
  readonly hasNote: boolean
  readonly leavingId: string
}

/** To a guest: nobody has answered your request to come back. */
interface ReturnLapsed {
  readonly template: 'return-lapsed'
  readonly name: string
  readonly organization: string
  readonly leavingId: string
}

/** To a guest: the code with which they confirm that they leave. */
interface DepartureCode {
  readonly template: 'departure-code'
  readonly name: string
  readonly organization: string
  /** Six digits. */
  readonly code: string
  readonly minutes: number
}

/** To a guest: you leave at this time, and can take it back until then. */
interface LeavingWaits {
  readonly template: 'leaving-waits'
  readonly name: string
  readonly organization: string
  readonly beginsAt: string
  readonly leavingId: string
}

/** To an organization's privacy contact: how far its journal has come, signed, to be kept. */
interface JournalRoot {
  readonly template: 'journal-root'
  readonly organization: string
  /** In UTC, as 2026-11-25. */
  readonly day: string
  /** Of the newest entry; so many there are. */
  readonly position: number
  /** How many were added since the root before. */
  readonly added: number
  /** The root itself, a JWS in one line that must not be broken. */
  readonly signed: string
  /** Where the public keys are. */
  readonly keysUrl: string
}
