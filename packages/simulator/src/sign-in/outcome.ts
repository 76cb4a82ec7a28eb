import type { Account } from '../world/account.ts'
import type { Application } from '../world/application.ts'
import type { Tenant } from '../world/tenant.ts'
import type { AuthorizationRequest } from './authorization-request.ts'

/** What a person is asked to sign in for, as far as the pages speak of it. */
export interface Errand {
  /** Unknown under a shared name, until an account is chosen. */
  readonly tenant: Tenant | undefined
  readonly application: Pick<Application, 'clientId' | 'displayName'>
  /** The address to which an invitation was made, where it is one that is taken up. */
  readonly invited?: string
}

/** What a person sees next, or where they are sent. */
export type Outcome<Request extends Errand = AuthorizationRequest> =
  | { readonly kind: 'redirect'; readonly url: string }
  | {
      readonly kind: 'picker'
      readonly request: Request
      readonly hinted?: Account
      readonly problem?: 'unknown'
    }
  | {
      readonly kind: 'code'
      readonly request: Request
      readonly account: Account
      readonly problem?: 'wrong' | 'ended'
    }
  | {
      readonly kind: 'review' | 'terms' | 'consent' | 'mfa'
      readonly request: Request
      readonly tenant: Tenant
      readonly account: Account
    }
