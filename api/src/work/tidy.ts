import type { Clock } from '../clock.ts'
import {
  connectedOf,
  type ConnectedOrganization,
  languageOfPeople,
} from '../configuration/connected-organization.ts'
import { eraseGuest } from '../erasing/erase-guest.ts'
import { findEndedInvitations } from '../erasing/find-ended-invitations.ts'
import { findForgotten } from '../erasing/find-forgotten.ts'
import { forgetFiles } from '../invitation-files/item.ts'
import type { Store } from '../store/store.ts'
import { keepTimeOfExits } from '../exits/keep-time.ts'
import { lapseResets } from '../resets/lapse.ts'
import { lapseRequests } from '../returns/lapse.ts'
import { remindOfRequests } from '../returns/remind.ts'
import type { StepKind } from './step.ts'

/** The kind of the daily steps that let go of what is not needed any more. */
export const tidyKind = 'tidy'

const dayMs = 24 * 60 * 60_000
/** How long what has ended stays for whoever looks for it. */
const days = {
  step: 30,
  mail: 30,
  requestKey: 1,
  leaving: 90,
  ownerlessGroup: 90,
  bulk: 30,
  invitationFile: 30,
  invitation: 30,
}

export interface TidySetting {
  readonly store: Store
  readonly clock: Pick<Clock, 'now'>
  readonly organizations: readonly ConnectedOrganization[]
}

/** Lets go of an organization's ended steps, mails and addresses, as docs/operations.md promises. */
export function tidyWork({ store, clock, organizations }: TidySetting): StepKind {
  return {
    kind: tidyKind,
    async run(step) {
      const before = (count: number) => new Date(clock.now().getTime() - count * dayMs)
      await step.finish(async (transaction) => {
        await transaction.deleteFrom('link').where('expiresAt', '<', clock.now()).execute()
        await transaction
          .deleteFrom('requestKey')
          .where('madeAt', '<', before(days.requestKey))
          .execute()
        await transaction.deleteFrom('mail').where('sentAt', '<', before(days.mail)).execute()
        await transaction
          .deleteFrom('leaving')
          .where('state', '<>', 'under-way')
          .where('endedAt', '<', before(days.leaving))
          .where((query) =>
            query.not(
              query.exists(
                query
                  .selectFrom('link')
                  .select('link.hash')
                  .whereRef('link.subjectId', '=', 'leaving.leavingId'),
              ),
            ),
          )
          .execute()
        await transaction
          .deleteFrom('ownerlessGroup')
          .where('closedAt', '<', before(days.ownerlessGroup))
          .execute()
        await transaction
          .deleteFrom('bulk')
          .where('askedAt', '<', before(days.bulk))
          .where((query) =>
            query.not(
              query.exists(
                query
                  .selectFrom('bulkItem')
                  .select('bulkItem.itemId')
                  .whereRef('bulkItem.bulkId', '=', 'bulk.bulkId')
                  .where('bulkItem.state', '=', 'waiting'),
              ),
            ),
          )
          .execute()
        await forgetFiles(transaction, before(days.invitationFile))
        const now = clock.now()
        const { organizationId } = step
        await lapseRequests(transaction, now)
        const connected = connectedOf(organizations, organizationId)
        await remindOfRequests(transaction, {
          slug: connected.slug,
          organizationLanguage: languageOfPeople(connected),
          at: now,
        })
        await keepTimeOfExits(transaction, connected, now)
        await lapseResets(transaction, { connected, at: now })
        for (const guestId of await findForgotten(transaction, now)) {
          await eraseGuest(transaction, { organizationId, guestId, by: 'foyer', now })
        }
        for (const guestId of await findEndedInvitations(transaction, before(days.invitation))) {
          await eraseGuest(transaction, { organizationId, guestId, by: 'foyer', now })
        }
        await transaction
          .deleteFrom('step')
          .where('state', '=', 'done')
          .where('endedAt', '<', before(days.step))
          .execute()
      })
      await store.outside(async (handle) =>
        handle.deleteFrom('allowance').where('endsAt', '<', before(1)).execute(),
      )
    },
    async giveUp() {},
  }
}
