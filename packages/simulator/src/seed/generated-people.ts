import type { AccountKind } from '../world/account.ts'
import type { Tenant } from '../world/tenant.ts'
import type { User } from '../world/user.ts'
import type { Chance } from './chance.ts'
import { dayBefore } from './days.ts'
import { companies, givenNames, surnames } from './names.ts'
import { addGuestWithoutAccount, addMemberWithoutAccount } from './people.ts'

const departments = ['Harbour', 'Finance', 'Engineering', 'Sales', 'People', 'Legal', 'Operations']
const jobTitles = ['Engineer', 'Buyer', 'Analyst', 'Team Lead', 'Partner Manager', 'Clerk']
/** As often as each is listed. */
const homes: readonly AccountKind[] = [
  'work',
  'work',
  'work',
  'work',
  'work',
  'microsoft',
  'microsoft',
  'google',
  'mail-code',
  'saml',
]

export interface GeneratedPeople {
  readonly members: readonly User[]
  readonly guests: readonly User[]
}

/** Members and guests, mixed over the whole list as they came over the years. */
export function generatePeople(
  tenant: Tenant,
  wanted: { readonly members: number; readonly guests: number },
  chance: Chance,
): GeneratedPeople {
  const members: User[] = []
  const guests: User[] = []
  const count = wanted.members + wanted.guests
  const firstSerial = tenant.userOrder.length
  for (let index = 0; index < count; index += 1) {
    const isGuest = guests.length < ((index + 1) * wanted.guests) / count
    const serial = firstSerial + index
    if (isGuest) guests.push(generateGuest(tenant, serial, chance))
    else members.push(generateMember(tenant, serial, chance))
  }
  return { members, guests }
}

function generateMember(tenant: Tenant, serial: number, chance: Chance): User {
  const who = { ...nameOf(serial, tenant.domains[0] ?? '', chance), kind: 'work' as const }
  const ageDays = skewed(chance, 3000)
  return addMemberWithoutAccount(tenant, who, {
    createdOn: dayBefore(ageDays),
    department: chance.pick(departments),
    jobTitle: chance.pick(jobTitles),
    accountEnabled: !chance.oneIn(25),
    ...(chance.oneIn(30) ? {} : { lastSignInOn: dayBefore(skewed(chance, 60)) }),
  })
}

/** One in eight has not taken up the invitation; of the others one in five was never seen. */
function generateGuest(tenant: Tenant, serial: number, chance: Chance): User {
  const company = chance.pick(companies)
  const who = { ...nameOf(serial, company.domain, chance), kind: chance.pick(homes) }
  const ageDays = skewed(chance, 1800)
  const isPending = chance.oneIn(8)
  const wasSeen = !isPending && !chance.oneIn(5)
  return addGuestWithoutAccount(tenant, who, {
    createdOn: dayBefore(ageDays),
    isPending,
    accountEnabled: !chance.oneIn(15),
    ...(chance.oneIn(5) ? {} : { companyName: company.name }),
    ...(wasSeen ? { lastSignInOn: dayBefore(Math.min(skewed(chance, 900), ageDays)) } : {}),
  })
}

function nameOf(serial: number, domain: string, chance: Chance) {
  const given = chance.pick(givenNames)
  const surname = chance.pick(surnames)
  return {
    name: `${given} ${surname}`,
    mail: `${given}.${surname}${serial}@${domain}`.toLowerCase(),
  }
}

/** Up to so many days, recent ones more often. */
function skewed(chance: Chance, mostDays: number): number {
  return Math.floor(chance.share() ** 2 * mostDays)
}
