/** What mails say of who vouches for a guest next. */
export type SuccessionContent = SuccessionAsked | SponsorChanged | GuestHandedOver | NobodyVouches

/** To somebody who could: will you vouch for this guest? */
interface SuccessionAsked {
  readonly template: 'succession-asked'
  readonly name: string
  readonly guest: string
  readonly organization: string
  readonly slug: string
  /** When the next one is asked too. */
  readonly moveAt: string
}

/** To a guest: somebody else vouches for you now. */
interface SponsorChanged {
  readonly template: 'sponsor-changed'
  readonly name: string
  readonly organization: string
  readonly slug: string
  /** The name of whoever vouches. */
  readonly by: string
}

/** To whoever vouched: your guest is somebody else's now. */
interface GuestHandedOver {
  readonly template: 'guest-handed-over'
  readonly name: string
  readonly guest: string
  readonly organization: string
  readonly slug: string
  readonly by: string
}

/** To an organization's contact: nobody is left who could be asked. Once a day, and names nobody. */
interface NobodyVouches {
  readonly template: 'nobody-vouches'
  readonly organization: string
}
