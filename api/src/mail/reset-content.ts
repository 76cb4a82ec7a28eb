/** What the mails about setting back a sign-in say. */
export type ResetContent = ResetAsked | ResetWaits | ResetDone | ResetStopped | ResetNews

/** To the address that the directory has of a guest: is it you who wants this? */
interface ResetAsked {
  readonly template: 'reset-asked'
  readonly name: string
  readonly organization: string
  /** The name of whoever asked. */
  readonly by: string
  readonly reason: string
  /** The address with which they would sign in. */
  readonly to: string
  readonly isSameAddress: boolean
  readonly lapsesAt: string
  /** Whose question the button leads to. */
  readonly resetId: string
}

/** To the same: until this time you can stop it. */
interface ResetWaits {
  readonly template: 'reset-waits'
  readonly name: string
  readonly organization: string
  readonly to: string
  readonly isSameAddress: boolean
  readonly opensAt: string
  readonly resetId: string
}

/** To the old and to the new address: from now on this account counts. */
interface ResetDone {
  readonly template: 'reset-done'
  readonly name: string
  readonly organization: string
  readonly slug: string
  readonly to: string
  /** Whether it is the address that counts now. */
  readonly isReader: boolean
}

/** To the old address: nothing changes. */
interface ResetStopped {
  readonly template: 'reset-stopped'
  readonly name: string
  readonly organization: string
}

/** To people of the organization: how it goes. */
interface ResetNews {
  readonly template: 'reset-news'
  readonly name: string
  readonly guest: string
  readonly guestId: string
  readonly organization: string
  readonly slug: string
  readonly outcome: 'proved' | 'waiting' | 'refused' | 'stopped' | 'lapsed' | 'done'
  readonly by?: string
  readonly opensAt?: string
}
