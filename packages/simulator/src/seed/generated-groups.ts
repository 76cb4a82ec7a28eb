import type { Group } from '../world/group.ts'
import type { Tenant } from '../world/tenant.ts'
import type { User } from '../world/user.ts'
import type { Chance } from './chance.ts'
import { dayBefore } from './days.ts'
import type { GeneratedPeople } from './generated-people.ts'
import { addGroup, type SeededKind } from './groups.ts'

const topics = ['Harbour', 'Orchard', 'Atlas', 'Meridian', 'Lantern', 'Quarry', 'Delta', 'Summit']
const nouns = ['Project', 'Library', 'Forum', 'Partners', 'Suppliers', 'Reviewers', 'Access']
/** As often as each is listed. */
const kinds: readonly SeededKind[] = [
  'security',
  'security',
  'security',
  'security',
  'microsoft-365',
  'microsoft-365',
  'microsoft-365',
  'team',
  'team',
  'distribution',
]
const rules = ['Member', 'Guest'] as const
const smallest = 12
/** No group but the rules' holds more than this share of all people. */
const largestShare = 0.05

/**
 * Groups as large directories have them: two rules that hold everybody of a type, then many small
 * ones and few large ones, some of them inside others, most of them owned by members.
 */
export function generateGroups(
  tenant: Tenant,
  count: number,
  people: GeneratedPeople,
  chance: Chance,
): readonly Group[] {
  const groups: Group[] = []
  const firstSerial = tenant.userOrder.length
  for (let index = 0; index < count; index += 1) {
    const serial = firstSerial + index
    const rule = rules[index]
    groups.push(
      rule
        ? addRuleGroup(tenant, rule, people, serial)
        : addOrdinaryGroup(tenant, serial, people, groups, chance),
    )
  }
  return groups
}

function addRuleGroup(
  tenant: Tenant,
  userType: (typeof rules)[number],
  people: GeneratedPeople,
  serial: number,
): Group {
  return addGroup(tenant, {
    name: `All ${userType}s ${serial}`,
    kind: 'security',
    createdOn: dayBefore(2500),
    rule: `(user.userType -eq "${userType}")`,
    members: userType === 'Member' ? people.members : people.guests,
  })
}

function addOrdinaryGroup(
  tenant: Tenant,
  serial: number,
  people: GeneratedPeople,
  earlier: readonly Group[],
  chance: Chance,
): Group {
  const { members, guests } = people
  const size = sizeOf(members.length + guests.length, chance)
  // Every second group is the organization's own; the others are open to guests.
  const guestShare = chance.oneIn(2) || guests.length === 0 ? 0 : chance.share()
  const inside: (User | Group)[] = Array.from({ length: size }, () =>
    chance.pick(chance.share() < guestShare ? guests : members),
  )
  // Groups are only put into later ones, so that nothing contains itself.
  const ordinary = earlier.length - rules.length
  if (ordinary > 0 && chance.oneIn(15)) {
    const nested = earlier[rules.length + chance.below(ordinary)]
    if (nested) inside.push(nested)
  }
  const owners = chance.oneIn(20)
    ? []
    : Array.from({ length: 1 + chance.below(3) }, () =>
        chance.pick(guests.length > 0 && chance.oneIn(100) ? guests : members),
      )
  return addGroup(tenant, {
    name: `${chance.pick(topics)} ${chance.pick(nouns)} ${serial}`,
    kind: chance.pick(kinds),
    createdOn: dayBefore(chance.below(2500)),
    ...(chance.oneIn(12) ? { isSynced: true } : {}),
    members: inside,
    owners,
  })
}

/** Pareto's: half of the groups have less than 24 members, one in a hundred more than a thousand. */
function sizeOf(peopleCount: number, chance: Chance): number {
  const largest = Math.max(smallest, Math.floor(peopleCount * largestShare))
  return Math.min(largest, Math.floor(smallest / Math.max(chance.share(), 1e-9)))
}
