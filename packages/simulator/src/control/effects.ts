import { randomUUID } from 'node:crypto'
import type { Saved } from '../state/saved.ts'

/** Who did something: an app by its own right, a person through an app, or the control door. */
export interface Actor {
  readonly kind: 'app' | 'person' | 'control' | 'directory'
  readonly id?: string
  readonly name: string
}

/** Who does what happens by the clock. */
export const theDirectory: Actor = { kind: 'directory', name: 'Microsoft Entra' }

/** What can happen to an object or a relation, named `{object}-{what}`. */
export type EffectName =
  | `${'user' | 'group'}-${'created' | 'updated' | 'deleted' | 'restored' | 'purged'}`
  | `${'member' | 'owner' | 'sponsor' | 'manager' | 'unit-member'}-${'added' | 'removed'}`
  | `${'policy' | 'lifecycle-policy' | 'unit' | 'role-assignment' | 'subscription'}-${'created' | 'updated' | 'deleted'}`
  | 'app-role-removed'
  | 'group-renewed'
  | 'guest-invited'
  | 'redemption-reset'
  | 'invitation-accepted'
  | 'terms-accepted'
  | 'signed-in'
  | 'sign-in-failed'
  | 'mail-sent'

/**
 * One change of the world that was applied. Every change goes through here, whoever made it: delta
 * feeds, notifications, audit logs and checkers read nothing else.
 */
export interface Effect {
  /** Its place among all effects of the process, from 1. */
  readonly sequence: number
  readonly at: string
  readonly organization: string
  readonly by: Actor
  readonly what: EffectName
  /** Ids by role: userId, groupId, memberId, ownerId, sponsorId, … */
  readonly targets: Readonly<Record<string, string>>
  /** Of an update: what was changed, by Graph's names. */
  readonly properties?: readonly string[]
  readonly signIn?: SignIn
}

/** An attempt of a person to get a token, at an app for a resource. */
export interface SignIn {
  /** The mail address of the account, which need not be anybody in this directory. */
  readonly mail: string
  readonly clientId: string
  readonly resourceId: string | null
  /** Whether the person saw a page; a renewal, or `prompt=none`, is not interactive. */
  readonly isInteractive: boolean
  /** Entra's number; 0 for success. */
  readonly errorCode: number
  readonly failureReason: string | null
}

export interface EffectLog extends Saved {
  record(effect: Omit<Effect, 'sequence'>): void
  list(): readonly Effect[]
  /** Those after this sequence number, in order. */
  since(sequence: number): readonly Effect[]
  /** The number of the newest; 0 before any. */
  lastSequence(): number
  /** The name of the history that the numbers belong to: a reset, or a new process, begins another. */
  era(): string
  /** Whether everything after this number is still here: a reset forgets what was. */
  remembers(sequence: number): boolean
  /** Calls back after each effect. @returns a function that ends it. */
  watch(listener: (effect: Effect) => void): () => void
  clear(): void
}

export function createEffectLog(): EffectLog {
  let effects: Effect[] = []
  let sequence = 0
  let forgottenUpTo = 0
  let era: string = randomUUID()
  const listeners = new Set<(effect: Effect) => void>()
  return {
    record(effect) {
      sequence += 1
      const recorded = { sequence, ...effect }
      effects.push(recorded)
      for (const listener of listeners) listener(recorded)
    },
    list: () => effects,
    since: (after) => effects.slice(Math.max(0, after - forgottenUpTo)),
    lastSequence: () => sequence,
    era: () => era,
    remembers: (after) => after >= forgottenUpTo && after <= sequence,
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    clear() {
      effects = []
      forgottenUpTo = sequence
      era = randomUUID()
    },
    save: () => ({ effects, sequence, era }),
    load(saved) {
      ;({ effects, sequence, era } = saved as { effects: Effect[]; sequence: number; era: string })
      forgottenUpTo = sequence - effects.length
    },
  }
}
