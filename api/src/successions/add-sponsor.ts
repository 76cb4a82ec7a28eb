import type { PersonId } from '@foyer/contracts/ids'
import { DirectoryError } from '@foyer/directory/directory-error'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import { countsAsSponsor, whoMakesRoom } from '@foyer/lifecycle/succession'
import type { HeldStep } from '../work/step.ts'
import { changeSuccession, type SuccessionRow } from './succession.ts'

const roomBy = 'room:'

/** Who made room for whoever has accepted, where somebody did. */
export function madeRoomOf({ because }: Pick<SuccessionRow, 'because'>): string | undefined {
  return because?.startsWith(roomBy) ? because.slice(roomBy.length) : undefined
}

/**
 * Writes whoever has accepted to the directory, which takes five: at five somebody makes room before,
 * durable before it is done, and vouches again where the directory does not take the new one.
 *
 * @param sponsors who vouches now.
 */
export async function addSponsor(
  step: HeldStep,
  row: SuccessionRow,
  here: () => OrganizationDirectory,
  sponsors: readonly string[],
): Promise<'written' | 'not-taken' | 'no-room' | 'directory-refused'> {
  const { guestId, leavesId, acceptedBy, successionId } = row
  const people = await here().findPeople(sponsors as PersonId[])
  // A group is nobody here, and stays.
  const notCounting = people.flatMap((each) =>
    each !== undefined && !countsAsSponsor(each) ? [each.personId] : [],
  )
  const room = whoMakesRoom(sponsors, { leaves: leavesId, notCounting })
  if (room === 'none') return 'no-room'
  const makesRoom = room === 'enough' ? undefined : room.by
  if (makesRoom !== undefined) {
    await step.note(async (transaction) =>
      changeSuccession(transaction, successionId, { because: `${roomBy}${makesRoom}` }),
    )
  }
  try {
    if (makesRoom !== undefined) await here().removeSponsor(guestId, makesRoom)
    if (await here().addSponsor(guestId, acceptedBy as PersonId)) return 'written'
  } catch (error) {
    // The keeper may not: an administrator has to write it, and to ask again changes nothing.
    if (!(error instanceof DirectoryError) || error.code !== 'directory-refused') throw error
    return 'directory-refused'
  }
  const back = makesRoom ?? madeRoomOf(row)
  if (back !== undefined) await here().addSponsor(guestId, back)
  return 'not-taken'
}

export function includes(ids: readonly string[], id: string): boolean {
  return ids.some((each) => each.toLowerCase() === id.toLowerCase())
}
