/** What mails say of a guest who has another address. */
export type MoveContent = GuestMoves | MoveNews

/** To the old account: another one takes its place, or does not; the button opens where it is stopped. */
interface GuestMoves {
  readonly template: 'guest-moves'
  readonly name: string
  readonly organization: string
  /** The name of whoever says so. */
  readonly by: string
  /** As `m•••@gmail.example`. */
  readonly newAddress: string
  readonly outcome: 'begun' | 'redeemed' | 'blocked' | 'removed' | 'lapsed' | 'stopped'
  /** When the account is blocked, as RFC 3339 writes it; absent as long as nobody knows. */
  readonly blocksAt?: string
  /** When it is removed, or was. */
  readonly removalAt?: string
  /** Whose page the mail leads to; the address is made when the mail is sent. */
  readonly moveId: string
}

/** To those who invited and vouch: say what follows, or: it was stopped. */
interface MoveNews {
  readonly template: 'move-news'
  readonly name: string
  readonly guest: string
  readonly organization: string
  readonly slug: string
  /** Whose page the button opens. */
  readonly guestId: string
  readonly outcome: 'redeemed' | 'stopped'
}
