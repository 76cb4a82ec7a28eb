import { randomUUID } from 'node:crypto'
import type { Inquiry } from '../inquiry.ts'
import { NotFoundOut, type Question } from '../question.ts'
import { findByMail, getGuestObject, organizationOf, requireGuest } from '../test-guests.ts'
import {
  beginToChange,
  bringBack,
  disposableGuest,
  getDisposableGuest,
  sponsorIdsOf,
} from './disposable-guest.ts'
import { deleteGroup, groupOrganizationOf, makeGroup } from './probe-group.ts'

const minuteMs = 60_000

/** What comes back of what was deleted. */
export const deletionQuestions: readonly Question[] = [
  {
    id: 'V-17',
    variant: 'restoreBrings',
    needs: [disposableGuest, 'the operator: User.ReadWrite.All'],
    changes: 'deletes a test guest, restores them, and brings back what was',
    isExclusive: true,
    async ask(inquiry) {
      const { object, sponsorIds } = await getDisposableGuest(inquiry)
      const door = await beginToChange(inquiry)
      await inquiry.step('deletion', async () => door.require('DELETE', `/users/${object.id}`, 204))
      await inquiry.wait('the deletion settles', 2 * minuteMs)
      const path = `/directory/deletedItems/${object.id}/restore`
      await inquiry.step('restore', async () => door.require('POST', path, 200))
      await inquiry.wait('the restore settles', 2 * minuteMs)
      const there = await sponsorIdsOf(door, object.id)
      if (sponsorIds.every((id) => there.includes(id))) return 'everything'
      if (there.length === 0) return 'groups-only'
      throw new NotFoundOut(`${there.length} of ${sponsorIds.length} sponsors came back`)
    },
    cleanUp: bringBack,
  },
  {
    id: 'V-15',
    variant: 'syncedGuestAfterDeletion',
    needs: [
      'a test guest who may be deleted and is provisioned by cross-tenant synchronization',
      'the operator: User.ReadWrite.All',
      'two hours',
    ],
    changes: 'deletes a synchronized test guest, and restores them where nothing else does',
    isExclusive: true,
    async ask(inquiry) {
      const { guest, organization, id } = await synchronizedGuestOf(inquiry)
      const door = inquiry.graph(organization, 'operator')
      await inquiry.step('changes begin', async () => true)
      await inquiry.step('deletion', async () => door.require('DELETE', `/users/${id}`, 204))
      await inquiry.wait('two cycles of synchronization', 90 * minuteMs)
      const found = await findByMail(door, guest.mail)
      if (found.some((object) => object.id === id)) return 'restored'
      return found.length > 0 ? 're-created' : 'stays-deleted'
    },
    async cleanUp(inquiry) {
      if (inquiry.recorded('changes begin') === undefined) return
      const { guest, organization, id } = await synchronizedGuestOf(inquiry)
      const door = inquiry.graph(organization, 'operator')
      if ((await findByMail(door, guest.mail)).length > 0) return
      await door.require('POST', `/directory/deletedItems/${id}/restore`, 200)
    },
  },
  {
    id: 'V-25',
    variant: 'deletedSecurityGroups',
    needs: ['the operator: Group.ReadWrite.All'],
    changes: 'makes a security group of its own and deletes it',
    async ask(inquiry) {
      const organization = groupOrganizationOf(inquiry)
      const door = inquiry.graph(organization, 'operator')
      const id = await makeGroup(inquiry, randomUUID())
      await inquiry.step('deletion', async () => door.require('DELETE', `/groups/${id}`, 204))
      await inquiry.wait('the deletion settles', 5 * minuteMs)
      const { status } = await door.ask('GET', `/directory/deletedItems/${id}`)
      if (status === 404) return 'lost'
      const path = `/directory/deletedItems/${id}/restore`
      await inquiry.step('restore', async () => door.require('POST', path, 200))
      return 'restorable'
    },
    cleanUp: deleteGroup,
  },
]

async function synchronizedGuestOf(inquiry: Inquiry) {
  const { setting, step } = inquiry
  const what = 'a test guest who may be deleted and is provisioned by cross-tenant synchronization'
  const guest = requireGuest(
    setting,
    what,
    ({ isDisposable, isSynchronized }) => isDisposable && isSynchronized,
  )
  const id = await step('guest', async () => (await getGuestObject(inquiry, guest)).id)
  return { guest, organization: organizationOf(setting, guest), id }
}
