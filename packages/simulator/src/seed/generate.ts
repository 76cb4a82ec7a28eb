import type { Tenant } from '../world/tenant.ts'
import { createChance, type Chance } from './chance.ts'
import { generateGroups } from './generated-groups.ts'
import { generatePeople, type GeneratedPeople } from './generated-people.ts'

/** How many objects are wished in addition to those that are there. */
export interface GenerationSize {
  /** At least one: members own the groups and answer for the guests. */
  readonly members: number
  readonly guests: number
  readonly groups: number
}

/** Most of any kind: a mistyped number must not fill the memory. */
const largest = 2_000_000

/** One in so many members answers for guests. */
const membersForOneSponsor = 10

/**
 * Fills a directory with people, groups and relations that follow from its size alone: the same
 * ones every time. Nobody of them has an account, so that nobody can sign in as them. Nothing is
 * recorded as an effect.
 *
 * @throws {RangeError} for a size that cannot be made.
 */
export function generate(tenant: Tenant, size: GenerationSize): void {
  for (const [name, count] of Object.entries(size)) {
    const least = name === 'members' ? 1 : 0
    if (!Number.isInteger(count) || count < least || count > largest) {
      throw new RangeError(`${name} is a whole number from ${least} to ${largest}.`)
    }
  }
  const chance = createChance(`${tenant.slug} ${tenant.userOrder.length}`)
  const people = generatePeople(tenant, size, chance)
  const groups = generateGroups(tenant, size.groups, people, chance)
  addSponsors(
    tenant,
    people,
    groups.map(({ id }) => id),
    chance,
  )
}

/** A quarter of the guests has no sponsor, as those that SharePoint made; a few have a group. */
function addSponsors(
  tenant: Tenant,
  { members, guests }: GeneratedPeople,
  groupIds: readonly string[],
  chance: Chance,
): void {
  const sponsors = members.slice(0, Math.ceil(members.length / membersForOneSponsor))
  for (const { id } of guests) {
    if (chance.oneIn(4)) continue
    tenant.sponsors.add(id, chance.pick(sponsors).id)
    if (chance.oneIn(20)) tenant.sponsors.add(id, chance.pick(sponsors).id)
    if (groupIds.length > 0 && chance.oneIn(50)) tenant.sponsors.add(id, chance.pick(groupIds))
  }
}
