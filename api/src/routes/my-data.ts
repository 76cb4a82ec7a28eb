import { getMyData } from '@foyer/contracts/my-data'
import { startDeadline } from '@foyer/directory/deadline'
import type { FastifyInstance } from 'fastify'
import { connectedOf } from '../configuration/connected-organization.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { listOwnEntries } from '../journal/own-entries.ts'
import {
  collectExitRequests,
  collectLeavings,
  collectMails,
  collectRemembered,
} from '../my-data/collect.ts'
import { collectAccess } from '../my-data/collect-access.ts'
import { collectInvitations } from '../my-data/collect-invitations.ts'
import { lookAtGroups } from './groups-in-sight.ts'
import type { MeSetting } from './me.ts'
import { requirePerson } from './require-person.ts'

/** Everything that is held on the caller. The token says who that is: nothing here takes an id. */
export function mountMyData(scope: FastifyInstance, setting: MeSetting): void {
  const { organizations, store, clock } = setting

  mountOperation(scope, getMyData, async ({ caller }) => {
    const { organizationId, personId } = caller
    const connected = connectedOf(organizations, organizationId)
    const directory = setting.directory.of(organizationId, startDeadline(setting.deadlineMs))
    const person = await requirePerson(directory, caller)
    const [sponsors, { memberships, visibility }, about] = await Promise.all([
      directory.listSponsors(personId),
      lookAtGroups(directory, person, connected),
      directory.getOrganization(),
    ])
    const kept = await store.asOrganization(organizationId, async (transaction) => {
      const remembered = await collectRemembered(transaction, personId)
      const access = await collectAccess(transaction, personId)
      return {
        ...(remembered ? { remembered } : {}),
        ...(access ? { access } : {}),
        leavings: await collectLeavings(transaction, personId),
        exitRequests: await collectExitRequests(transaction, personId),
        invitations: await collectInvitations(transaction, personId),
        mails: await collectMails(transaction, personId),
        journal: await listOwnEntries(transaction, caller, { before: undefined, most: undefined }),
      }
    })
    return {
      readAt: clock.now().toISOString(),
      organization: {
        organizationId,
        slug: connected.slug,
        name: about.name || connected.name,
      },
      directory: {
        ...person,
        sponsors,
        groupCount: memberships.length,
        ...(visibility === 'names'
          ? { groups: memberships.map(({ groupId, name }) => ({ groupId, name })) }
          : {}),
      },
      ...kept,
    }
  })
}
