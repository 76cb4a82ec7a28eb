import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { GuestChange } from '@foyer/directory/guest-feed'
import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { readFeedState } from './feed-state.ts'
import type { Following } from './follow-feed.ts'
import { markOwners } from './keep-groups.ts'
import {
  forgetGuests,
  forgetUnseenGuests,
  type GuestKeeping,
  keepGuests,
  markRemoved,
} from './keep-guests.ts'

/** How the feed of users becomes rows of guests. */
export function followGuests(
  organizationId: OrganizationId,
  ask: () => OrganizationDirectory,
  now: () => Date,
): Following<GuestChange> {
  return {
    kind: 'guests',
    read: async (cursor) => ask().readGuestFeed(cursor),
    async keep(transaction, changes, crawl) {
      const keeping = await keepingOf(transaction, organizationId, crawl, now())
      // The same person may come several times: the last word counts.
      const lastWord = new Map(changes.map((change) => [idOf(change), change]))
      const present = [...lastWord.values()].filter((change) => change.what === 'guest')
      const removed = [...lastWord.values()].filter((change) => change.what === 'removed')
      await keepGuests(
        transaction,
        present.map(({ guest }) => ({ guest, removedAt: undefined })),
        keeping,
      )
      await markRemoved(
        transaction,
        removed.filter(({ how }) => how === 'restorable').map(idOf),
        now(),
      )
      const gone = removed.filter(({ how }) => how === 'gone').map(idOf)
      await markOwners(transaction, removed.map(idOf), now())
      const isThere = [...lastWord.values()].filter(({ what }) => what !== 'removed')
      await markOwners(transaction, isThere.map(idOf), null)
      // A crawl tells of everybody; whoever it does not tell of as a guest goes at its end.
      const others = crawl
        ? []
        : [...lastWord.values()].filter(({ what }) => what === 'other').map(idOf)
      await forgetGuests(transaction, [...gone, ...others])
    },
    async prepareEnd() {
      const { guests, others } = await ask().listRemoved()
      return async (transaction, crawl) => {
        const told = guests.map(({ guest, removedAt }) => ({
          guest,
          removedAt: removedAt === undefined ? now() : new Date(removedAt),
        }))
        for (let from = 0; from < told.length; from += 1_000) {
          await keepGuests(transaction, told.slice(from, from + 1_000), {
            organizationId,
            crawl,
            membershipsDueAt: undefined,
          })
        }
        await forgetUnseenGuests(transaction, crawl)
        await markOwners(
          transaction,
          [...told.map(({ guest }) => guest.personId), ...others],
          now(),
        )
      }
    },
  }
}

/** Whoever is new after the feed of groups was begun: it may have told of their groups already. */
export async function keepingOf(
  transaction: Transaction<Tables>,
  organizationId: OrganizationId,
  crawl: Date | undefined,
  now: Date,
): Promise<GuestKeeping> {
  const groups = await readFeedState(transaction, 'groups')
  const membershipsDueAt = groups.cursor === undefined ? undefined : now
  return { organizationId, crawl, membershipsDueAt }
}

function idOf(change: GuestChange): PersonId {
  return change.what === 'guest' ? change.guest.personId : change.personId
}
