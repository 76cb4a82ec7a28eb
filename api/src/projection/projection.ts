import type { OrganizationId } from '@foyer/contracts/ids'
import { startDeadline } from '@foyer/directory/deadline'
import type { Directory } from '@foyer/directory/directory'
import type { Clock } from '../clock.ts'
import type { Store } from '../store/store.ts'
import { keepUntoldStandings } from '../standing/keep-standings.ts'
import { catchUpMemberships } from './catch-up.ts'
import { readFeedState } from './feed-state.ts'
import { type Followed, followFeed } from './follow-feed.ts'
import { followGroups } from './follow-groups.ts'
import { followGuests } from './follow-guests.ts'
import { sweepPeople } from './keep-people.ts'
import { keepProfile } from './keep-profile.ts'
import { isSweepDue, sweep } from './sweep.ts'
import { forgetOldSignIns, sweepSignIns } from './sweep-sign-ins.ts'
import { sweepSponsors } from './sweep-sponsors.ts'

/** What one reading of an organization's directory brought. */
export interface Sync {
  readonly guests: Followed
  readonly groups: Followed
  /** New people whose groups were asked for. */
  readonly asked: number
  /** Pages of the lists that are read once a day. */
  readonly swept: number
}

export interface ProjectionSetting {
  readonly store: Store
  readonly directory: Directory
  readonly clock: Clock
  /** Ends a reading between two answers of the directory. */
  readonly ending?: AbortSignal
}

/** For one page of a feed, nobody waits. */
const pageDeadlineMs = 60_000

/**
 * Brings what is remembered of an organization up to date: people before groups, because of the
 * people in groups only guests are kept. Once a day also what no feed tells. Killed at any point,
 * the next one goes on.
 *
 * @throws {DirectoryError} and {@link StoreError}; what was kept stays kept.
 */
export async function syncOrganization(
  setting: ProjectionSetting,
  organizationId: OrganizationId,
): Promise<Sync> {
  const { store, clock } = setting
  await forgetOldSignIns(store, organizationId, clock.now)
  try {
    return await readDirectory(setting, organizationId)
  } finally {
    // However far the reading came.
    await keepUntoldStandings(store, organizationId, clock.now)
  }
}

async function readDirectory(
  { store, directory, clock, ending }: ProjectionSetting,
  organizationId: OrganizationId,
): Promise<Sync> {
  const { now } = clock
  const ask = () =>
    directory.of(organizationId, startDeadline(pageDeadlineMs, ending), { isPatient: true })
  const guests = await followFeed(
    store,
    organizationId,
    now,
    followGuests(organizationId, ask, now),
  )
  const groups = await followFeed(
    store,
    organizationId,
    now,
    followGroups(organizationId, ask, now),
  )
  const asked = await catchUpMemberships(store, organizationId, ask, now)

  const isNight = await store.asOrganization(organizationId, async (transaction) =>
    isSweepDue(await readFeedState(transaction, 'sponsors'), now()),
  )
  if (isNight) {
    await keepProfile(store, organizationId, ask, now)
    await sweepPeople(store, organizationId, ask)
  }
  const swept =
    (await sweep(store, organizationId, now, sweepSponsors(organizationId, ask))) +
    (await sweep(store, organizationId, now, sweepSignIns(organizationId, ask)))
  return { guests, groups, asked, swept }
}
