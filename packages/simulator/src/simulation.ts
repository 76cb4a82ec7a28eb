import type { Clock } from './control/clock.ts'
import type { Effect, EffectLog } from './control/effects.ts'
import type { Exchange } from './control/exchange.ts'
import type { Faults } from './control/faults.ts'
import type { Mailbox } from './control/mailbox.ts'
import type { Notices } from './control/notices.ts'
import type { Quotas } from './control/quotas.ts'
import type { RequestLog } from './control/request-log.ts'
import type { Replication } from './control/replication.ts'
import type { Registrations } from './seed/registrations.ts'
import type { ClientAssertions } from './sign-in/client-assertion.ts'
import type { Grants } from './sign-in/grants.ts'
import type { MailCodes } from './sign-in/mail-codes.ts'
import type { Sessions } from './sign-in/sessions.ts'
import type { SigningKeys } from './sign-in/signing-keys.ts'
import type { Variants } from './variants.ts'
import type { Tenant } from './world/tenant.ts'
import type { World } from './world/world.ts'

/** Everything a request can need. A reset replaces `world` and empties the stores. */
export interface Simulation {
  world: World
  registrations: Registrations
  variants: Variants
  readonly clock: Clock
  readonly faults: Faults
  readonly quotas: Quotas
  readonly replication: Replication
  readonly requests: RequestLog
  readonly effects: EffectLog
  readonly mailbox: Mailbox
  readonly notices: Notices
  readonly signingKeys: SigningKeys
  readonly sessions: Sessions
  readonly grants: Grants
  readonly mailCodes: MailCodes
  readonly assertions: ClientAssertions
  /** Where this process is reached; known once it listens. */
  url: string
  /** The https name of the same, in issuers and for clients that accept nothing else. */
  authority: string
  readonly portalOrigin: string
  readonly onExchange: ((exchange: Exchange) => void) | undefined
}

/** Writes down a change of the world that has just been made. */
export function recordEffect(
  simulation: Simulation,
  tenant: Tenant,
  effect: Omit<Effect, 'sequence' | 'at' | 'organization'>,
): void {
  simulation.effects.record({
    at: simulation.clock.now().toISOString(),
    organization: tenant.slug,
    ...effect,
  })
}
