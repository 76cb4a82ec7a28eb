import { Type, type Static } from 'typebox'
import { maybe, selectOf } from '../graph-shape.ts'
import type { GraphDoor } from './graph-door.ts'
import type { Inquiry } from './inquiry.ts'
import { NotFoundOut } from './question.ts'
import type { AccountKind, ProbedOrganization, ProbeSetting, TestGuest } from './setting.ts'

const GuestObject = Type.Object({
  id: Type.String(),
  userType: maybe(Type.String()),
  jobTitle: maybe(Type.String()),
  department: maybe(Type.String()),
  companyName: maybe(Type.String()),
  externalUserState: maybe(Type.String()),
  identities: maybe(
    Type.Array(Type.Object({ signInType: maybe(Type.String()), issuer: maybe(Type.String()) })),
  ),
})
export type GuestObject = Static<typeof GuestObject>

/** @throws {NotFoundOut} for a slug that the operator does not name. */
export function organizationOf(
  { organizations }: ProbeSetting,
  { organization }: Pick<TestGuest, 'organization'>,
): ProbedOrganization {
  const found = organizations.find(({ slug }) => slug === organization)
  if (!found) throw new NotFoundOut(`needs the organization ${organization}`)
  return found
}

/** The objects in which an address is somebody at an organization. */
export async function findByMail(door: GraphDoor, mail: string): Promise<GuestObject[]> {
  const filter = encodeURIComponent(`mail eq '${mail.replaceAll("'", "''")}'`)
  return door.readAll(`/users?$filter=${filter}&${selectOf(GuestObject)}`, GuestObject)
}

/**
 * What a test guest is in the directory of their organization.
 *
 * @throws {NotFoundOut} for whoever is no guest: nobody else is ever touched.
 */
export async function getGuestObject(inquiry: Inquiry, guest: TestGuest): Promise<GuestObject> {
  const organization = organizationOf(inquiry.setting, guest)
  const [found, ...others] = await findByMail(inquiry.graph(organization, 'reader'), guest.mail)
  if (found?.userType !== 'Guest' || others.length > 0) {
    throw new NotFoundOut(`${guest.mail} is not one guest of ${guest.organization}`)
  }
  return found
}

/** Whether a guest is one who takes part in sign-ins. */
function mayBeAsked({ isDisposable, isSynchronized }: TestGuest): boolean {
  return !isDisposable && !isSynchronized
}

/** The test guests of these kinds, the first of each, leaving out those who may be deleted. */
export function guestsOf(
  { guests }: ProbeSetting,
  kinds: readonly AccountKind[],
): readonly TestGuest[] {
  return kinds.flatMap((kind) => guests.find((one) => one.kind === kind && mayBeAsked(one)) ?? [])
}

/** @throws {NotFoundOut} */
export function requireGuest(
  { guests }: ProbeSetting,
  what: string,
  fits: (guest: TestGuest) => boolean,
): TestGuest {
  const found = guests.find(fits)
  if (!found) throw new NotFoundOut(`needs ${what}`)
  return found
}

/**
 * What holds for all of these guests alike. Those of whom it cannot be told are left out, unless
 * that is everybody.
 *
 * @throws {NotFoundOut} where there is nobody, or where kinds of accounts differ.
 */
export async function askEach(
  guests: readonly TestGuest[],
  read: (guest: TestGuest) => Promise<string>,
): Promise<string> {
  const found = new Map<AccountKind, string>()
  const reasons: string[] = []
  for (const guest of guests) {
    try {
      found.set(guest.kind, await read(guest))
    } catch (error) {
      if (!(error instanceof NotFoundOut)) throw error
      reasons.push(error.message)
    }
  }
  const [answer, ...others] = new Set(found.values())
  if (answer === undefined) {
    throw new NotFoundOut(reasons.join('; ') || 'needs a test guest of such an account')
  }
  if (others.length === 0) return answer
  const each = [...found].map(([kind, value]) => `${kind}: ${value}`).join(', ')
  throw new NotFoundOut(`kinds of accounts differ: ${each}`)
}

/**
 * A guest who signs in at one organization, and another one where the account is nobody.
 *
 * @throws {NotFoundOut}
 */
export async function requireStranger(
  inquiry: Inquiry,
): Promise<{ guest: TestGuest; elsewhere: ProbedOrganization }> {
  const { setting } = inquiry
  for (const guest of setting.guests) {
    if (guest.kind !== 'work' || guest.isDisposable) continue
    for (const elsewhere of setting.organizations) {
      if (elsewhere.slug === guest.organization || !elsewhere.powers.reader) continue
      const known = await findByMail(inquiry.graph(elsewhere, 'reader'), guest.mail)
      if (known.length === 0) return { guest, elsewhere }
    }
  }
  throw new NotFoundOut(
    'needs a test guest with a work account, and a second organization where it is nobody',
  )
}
