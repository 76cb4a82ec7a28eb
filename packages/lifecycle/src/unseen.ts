import type { Unseen } from '@foyer/contracts/unseen'

/** What could be read of a guest and their organization before they leave it. */
export interface Sight {
  /** `forbidden`: Foyer may not read them here. `unanswered`: nobody knows whether it may. */
  readonly apps: 'seen' | 'forbidden' | 'unanswered'
  /** A group with hidden membership was among the groups, which shows that Foyer may read those. */
  readonly hasHiddenGroup: boolean
  /** Undefined where it cannot be read whether the home tenant synchronizes people here. */
  readonly isSyncedFromHome: boolean | undefined
}

const everywhere: readonly Unseen[] = [
  'open-apps',
  'access-packages',
  'shared-content',
  'shared-channels',
  'azure-roles',
  'other-services',
]

const unseenApps = {
  seen: [],
  forbidden: ['apps'],
  unanswered: ['apps-unanswered'],
} as const satisfies Record<Sight['apps'], readonly Unseen[]>

/** What leaving may end and Foyer cannot see: in doubt it could not, so that nothing passes for none. */
export function unseenOf({ apps, hasHiddenGroup, isSyncedFromHome }: Sight): Unseen[] {
  return [
    ...unseenApps[apps],
    ...(hasHiddenGroup ? [] : (['hidden-groups'] as const)),
    ...(isSyncedFromHome === undefined ? (['return-by-sync'] as const) : []),
    ...everywhere,
  ]
}
