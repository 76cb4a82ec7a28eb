import { Type } from 'typebox'
import type { Inquiry } from '../inquiry.ts'
import { NotFoundOut } from '../question.ts'
import type { ProbedOrganization, TestGuest } from '../setting.ts'
import type { GraphDoor } from '../graph-door.ts'
import { getGuestObject, type GuestObject, organizationOf, requireGuest } from '../test-guests.ts'

const Linked = Type.Object({ id: Type.String() })

/** A guest who may be deleted, and what has to be there again afterwards. */
export interface DisposableGuest {
  readonly guest: TestGuest
  readonly organization: ProbedOrganization
  readonly object: GuestObject
  readonly sponsorIds: readonly string[]
}

export const disposableGuest = 'a test guest who may be deleted, with a sponsor'

export function disposableGuestOf({ setting }: Inquiry): TestGuest {
  return requireGuest(
    setting,
    disposableGuest,
    ({ isDisposable, isSynchronized }) => isDisposable && !isSynchronized,
  )
}

/** Looks once, before anything is changed. @throws {NotFoundOut} for a guest without a sponsor. */
export async function getDisposableGuest(inquiry: Inquiry): Promise<DisposableGuest> {
  const guest = disposableGuestOf(inquiry)
  const organization = organizationOf(inquiry.setting, guest)
  const { object, sponsorIds } = await inquiry.step('guest', async () => {
    const object = await getGuestObject(inquiry, guest)
    return {
      object,
      sponsorIds: await sponsorIdsOf(inquiry.graph(organization, 'reader'), object.id),
    }
  })
  if (sponsorIds.length === 0) throw new NotFoundOut(`needs ${disposableGuest}`)
  return { guest, organization, object, sponsorIds }
}

export async function sponsorIdsOf(door: GraphDoor, userId: string): Promise<string[]> {
  return (await door.readAll(`/users/${userId}/sponsors?$select=id`, Linked)).map(({ id }) => id)
}

/**
 * The operator's door to the guest's directory, from now on with something to bring back. Said
 * before the change, so that one which a dying process did not record is taken back too.
 */
export async function beginToChange(inquiry: Inquiry): Promise<GraphDoor> {
  const { organization } = await getDisposableGuest(inquiry)
  const door = inquiry.graph(organization, 'operator')
  await inquiry.step('changes begin', async () => true)
  return door
}

/** Afterwards the guest is there, with the sponsors of before. */
export async function bringBack(inquiry: Inquiry): Promise<void> {
  if (inquiry.recorded('changes begin') === undefined) return
  const { organization, object, sponsorIds } = await getDisposableGuest(inquiry)
  const door = inquiry.graph(organization, 'operator')
  const { status } = await door.ask('GET', `/users/${object.id}?$select=id`)
  if (status === 404) {
    await door.require('POST', `/directory/deletedItems/${object.id}/restore`, 200)
  }
  const there = await sponsorIdsOf(door, object.id)
  for (const sponsorId of sponsorIds.filter((id) => !there.includes(id))) {
    await addSponsor(inquiry, door, object.id, sponsorId)
  }
}

async function addSponsor(
  { setting }: Inquiry,
  door: GraphDoor,
  userId: string,
  sponsorId: string,
): Promise<void> {
  const reference = `${setting.graph}/v1.0/directoryObjects/${sponsorId}`
  const body = { '@odata.id': reference }
  await door.require('POST', `/users/${userId}/sponsors/$ref`, 204, { body })
}
