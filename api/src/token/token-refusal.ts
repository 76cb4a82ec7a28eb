/**
 * Why a token is not accepted. It goes to the log and never to the sender: whoever forges tokens
 * learns nothing from the answer.
 */
export const refusalReasons = [
  'no-header',
  'several-headers',
  'header-malformed',
  'too-long',
  'segments',
  'encoding',
  'json',
  'algorithm',
  'header-member',
  'type',
  'key-id',
  'key-unknown',
  'signature',
  'organization',
  'version',
  'issuer',
  'audience',
  'client',
  'scope',
  'app-only',
  'id-token',
  'subject',
  'times',
  'lifetime',
  'not-yet-valid',
  'expired',
] as const

export type RefusalReason = (typeof refusalReasons)[number]

export class TokenRefusal extends Error {
  override readonly name = 'TokenRefusal'
  readonly reason: RefusalReason

  constructor(reason: RefusalReason) {
    super(reason)
    this.reason = reason
  }
}
