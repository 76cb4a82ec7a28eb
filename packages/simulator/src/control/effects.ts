/** Who did something: an app by its own right, a person through an app, or the control door. */
export interface Actor {
  readonly kind: 'app' | 'person' | 'control' | 'directory'
  readonly id?: string
  readonly name: string
}

/** One change of the world that was applied, for whoever checks what really happened. */
export interface Effect {
  readonly at: string
  readonly organization: string
  readonly by: Actor
  readonly what:
    | 'member-added'
    | 'member-removed'
    | 'owner-removed'
    | 'user-deleted'
    | 'user-restored'
    | 'invitation-accepted'
    | 'signed-in'
  readonly targets: Readonly<Record<string, string>>
}

export interface EffectLog {
  record(effect: Effect): void
  list(): readonly Effect[]
  clear(): void
}

export function createEffectLog(): EffectLog {
  let effects: Effect[] = []
  return {
    record: (effect) => void effects.push(effect),
    list: () => effects,
    clear: () => {
      effects = []
    },
  }
}
