/** A wish to be told of changes (subscription.md). */
export interface Subscription {
  readonly id: string
  readonly resource: string
  readonly changeType: string
  readonly applicationId: string
  readonly creatorId: string
  readonly notificationUrl: string
  readonly lifecycleNotificationUrl: string | null
  readonly clientState: string | null
  expirationDateTime: string
  /** The end before which the client was asked to reauthorize. */
  warnedOfEnd: string | null
}
