import { type Static, Type } from 'typebox'
import { Day } from './ids.ts'
import { EndReason } from './policy.ts'

const closed = { additionalProperties: false }

/** Who decides when a guest's access ends. Of what is not Foyer's, Foyer only reports. */
export const EndOwner = Type.Enum([
  'foyer',
  'home-sync',
  'entitlement',
  'microsoft-policy',
  'on-premises',
])
export type EndOwner = Static<typeof EndOwner>

/**
 * Why somebody who answers for a guest should look at them now:
 * - `asks`: the guest asks to stay, and waits for an answer;
 * - `ends-soon`: the access ends within the time in which people are told, or has ended;
 * - `confirm`: somebody has to say that they are still needed, or the access ends.
 */
export const Need = Type.Enum(['asks', 'ends-soon', 'confirm'])
export type Need = Static<typeof Need>

/** The one true end of a guest's access, and why. */
export const End = Type.Object({ on: Day, because: EndReason }, closed)
export type End = Static<typeof End>

/** Where a guest stands after somebody has decided; without an end where there is none. */
export const GuestStanding = Type.Object({ end: Type.Optional(End) }, closed)
export type GuestStanding = Static<typeof GuestStanding>
