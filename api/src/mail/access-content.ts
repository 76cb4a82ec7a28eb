import type { EndReason } from '@foyer/contracts/policy'

/** What mails say of the end of an access: that it comes, moves, is asked about, or has come. */
export type AccessContent =
  | AccessExtended
  | StayAsked
  | StayRefused
  | DoubtAsked
  | DoubtAnswered
  | AccessEnds
  | GuestEnds
  | SponsorDigest
  | AccessEnded
  | AccessRemoved
  | EndingAsked
  | EndingAnswered

/** To a guest: you may stay until that day, by whose word and why. */
interface AccessExtended {
  readonly template: 'access-extended'
  readonly name: string
  readonly organization: string
  readonly slug: string
  /** Calendar days in the organization's time zone. */
  readonly stayUntil: string
  /** The one true end and why, where it comes before the day that was set. */
  readonly endsOn?: string | undefined
  readonly because?: EndReason | undefined
  /** The name of whoever extended it. */
  readonly by: string
  readonly reason: string
}

/** To whoever vouches for a guest, or the contact where nobody does: they ask to stay. */
interface StayAsked {
  readonly template: 'stay-asked'
  readonly name: string
  /** The contact has an operator answer. */
  readonly isContact: boolean
  readonly guest: string
  readonly organization: string
  readonly slug: string
  /** Whose page the button opens. */
  readonly guestId: string
  readonly stayUntil: string
  readonly endsOn?: string | undefined
  readonly reason: string
}

/** To a guest: your access is not extended, by whose word and why. */
interface StayRefused {
  readonly template: 'stay-refused'
  readonly name: string
  readonly organization: string
  readonly slug: string
  readonly by: string
  readonly reason: string
  readonly endsOn?: string | undefined
}

/** To a guest: somebody who decides is not sure whether you still need your access. */
interface DoubtAsked {
  readonly template: 'doubt-asked'
  readonly name: string
  readonly organization: string
  readonly slug: string
  readonly by: string
  readonly endsOn?: string | undefined
}

/** To whoever decides about a guest: they still need it, and why. */
interface DoubtAnswered {
  readonly template: 'doubt-answered'
  readonly name: string
  /** Why they get it: they vouch, they asked as an operator, or nobody does and they are the contact. */
  readonly because: 'vouches' | 'asked' | 'contact'
  readonly guest: string
  readonly organization: string
  readonly slug: string
  /** Whose page the button opens. */
  readonly guestId: string
  readonly reason: string
}

/** To a guest: your access ends on that day, and why. */
interface AccessEnds {
  readonly template: 'access-ends'
  readonly name: string
  readonly organization: string
  readonly slug: string
  readonly endsOn: string
  readonly because: EndReason
  /** They have asked to stay, and wait. */
  readonly isAsked: boolean
}

/** To a sponsor, alone because it cannot wait: the access of your guest ends. */
interface GuestEnds {
  readonly template: 'guest-ends'
  readonly name: string
  readonly guest: string
  readonly guestId: string
  readonly organization: string
  readonly slug: string
  readonly endsOn: string
  readonly because: EndReason
  readonly isAsked: boolean
}

/** To a sponsor, once a week: these guests need a word. */
interface SponsorDigest {
  readonly template: 'sponsor-digest'
  readonly name: string
  readonly organization: string
  readonly slug: string
  readonly sponsorId: string
  /** By which they vouch too, at the time of writing; absent in mails of before. */
  readonly groupIds?: readonly string[]
  /** Filled in when the mail is sent. */
  readonly guests: readonly {
    readonly guest: string
    readonly endsOn?: string
    readonly because?: EndReason
    readonly isAsked: boolean
  }[]
  /** How many besides these. */
  readonly more: number
}

/** To a guest: somebody has ended your access, and why. */
interface AccessEnded {
  readonly template: 'access-ended'
  readonly name: string
  readonly organization: string
  readonly by: string
  readonly reason: string
  readonly removalAt: string
}

/** To a guest: your account was removed after that. */
interface AccessRemoved extends Omit<AccessEnded, 'template'> {
  readonly template: 'access-removed'
}

/** To an organization's contact: somebody ends so much that an operator has to agree. */
interface EndingAsked {
  readonly template: 'ending-asked'
  readonly guest: string
  readonly organization: string
  readonly slug: string
  readonly by: string
  readonly reason: string
  /** What they have begun today is held back, and not only this one. */
  readonly isUnusual: boolean
  /** It is the old account of a guest with another address; absent in mails of before. */
  readonly isMove?: boolean
}

/** To whoever asked: what an operator has answered. */
interface EndingAnswered {
  readonly template: 'ending-answered'
  readonly name: string
  readonly guest: string
  readonly guestId: string
  readonly organization: string
  readonly slug: string
  readonly by: string
  readonly isAllowed: boolean
  readonly note: string
}
