/**
 * What leads a person to their user object: the address that was invited, and where redemption ends.
 * It has no end of its own (invitation.md knows none); it is gone with the user.
 */
export interface Invitation {
  readonly id: string
  readonly userId: string
  readonly ticket: string
  readonly mail: string
  readonly redirectUrl: string
}
