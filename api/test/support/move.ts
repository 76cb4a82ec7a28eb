import type { GroupId, OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { Move, MyMove } from '@foyer/contracts/move'
import { getGuest } from '@foyer/contracts/guest'
import { getMyAccess } from '@foyer/contracts/stay'
import { syncOrganization } from '../../src/projection/projection.ts'
import { mailsTo } from './exit.ts'
import { accept, guestsOf, linkFor, redeem } from './invitation.ts'
import type { World } from './world.ts'

/** Puts a person into a group, or makes them its owner, as an administrator would. */
export async function addTo(
  world: World,
  relation: 'members' | 'owners',
  groupId: GroupId,
  personId: string,
): Promise<void> {
  const body = { '@odata.id': `${world.simulator.url}/v1.0/directoryObjects/${personId}` }
  await world.changeDirectory('POST', `/groups/${groupId}/${relation}/$ref`, body)
}

export async function idOfGroup(world: World, name: string): Promise<GroupId> {
  const { value } = await world.graph<{ value: { id: GroupId; displayName: string }[] }>(
    '/groups?$select=id,displayName&$top=999',
  )
  const found = value.find(({ displayName }) => displayName === name)
  if (!found) throw new Error(`no group is named ${name}`)
  return found.id
}

export async function groupsOf(world: World, personId: string): Promise<string[]> {
  const { value } = await world.graph<{ value: { displayName: string }[] }>(
    `/users/${personId}/memberOf?$select=displayName`,
  )
  return value.map(({ displayName }) => displayName).toSorted()
}

/** Undefined where the directory does not know them any more. */
export async function isEnabled(world: World, personId: string): Promise<boolean | undefined> {
  const path = `/users?$filter=id eq '${personId}'&$select=accountEnabled`
  const { value } = await world.graph<{ value: readonly { accountEnabled: boolean }[] }>(path)
  return value[0]?.accountEnabled
}

/** Accepts the newest invitation to an address, and redeems it at Microsoft's pages. */
export async function come(world: World, mail: string): Promise<PersonId> {
  const { headers } = await accept(world, await linkFor(world, mail))
  await redeem(String(headers['location']), mail)
  await world.portal.settle()
  await syncOrganization(world.portal, world.tenantIdOf('contoso') as OrganizationId)
  const [guest] = await guestsOf(world, mail)
  return guest?.id as PersonId
}

/** The token of the newest stop link in somebody's mails. */
export async function stopLinkFor(world: World, mail: string): Promise<string> {
  const mails = await mailsTo(world, mail)
  return mails.map(({ text }) => /\/move\/([\w-]{43})/.exec(text)?.[1] ?? '').find(Boolean) ?? ''
}

/** What somebody who answers for a guest reads of the move. */
export async function moveOf(
  world: World,
  guestId: PersonId,
  which: 'move' | 'cameBy' = 'move',
  by = 'ada@contoso.com',
): Promise<Move | undefined> {
  const { body } = await (await world.enter(by)).call(getGuest, { params: { guestId } })
  return body[which] as Move | undefined
}

/** What the old account reads of it. */
export async function myMove(world: World, mail: string): Promise<MyMove | undefined> {
  const { body } = await (await world.enter(mail)).call(getMyAccess, {})
  return body['move'] as MyMove | undefined
}
