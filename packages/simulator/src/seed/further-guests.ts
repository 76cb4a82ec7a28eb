import { createHash } from 'node:crypto'
import { otherAccount } from './accounts.ts'
import { dayBefore } from './days.ts'
import { companies, givenNames, surnames } from './names.ts'
import { addGuest } from './people.ts'
import type { Account } from '../world/account.ts'
import type { Tenant } from '../world/tenant.ts'
import type { User } from '../world/user.ts'

const kinds = ['mail-code', 'microsoft', 'google', 'mail-code'] as const
/** Nobody was invited in the last weeks. */
const newestDays = 20

/** Numbers that follow from a name: the same guests in every world. */
function numbersOf(name: string): (limit: number) => number {
  const bytes = createHash('sha256').update(name).digest()
  let at = 0
  return (limit) => bytes.readUInt16BE((at++ * 2) % 32) % limit
}

/**
 * Guests of varied age, state and use: pending ones, blocked ones, ones never seen, ones seen
 * yesterday; some without company, some long forgotten.
 */
export function addFurtherGuests(
  tenant: Tenant,
  count: number,
): { users: User[]; accounts: Account[] } {
  const users: User[] = []
  const accounts: Account[] = []
  for (let index = 0; index < count; index += 1) {
    const next = numbersOf(`further guest ${tenant.slug} ${index}`)
    const given = givenNames[index % givenNames.length] ?? ''
    const surname = surnames[(index * 5 + next(surnames.length)) % surnames.length] ?? ''
    const company = companies[next(companies.length)]
    const mail = `${given}.${surname}${index}@${company?.domain}`.toLowerCase()
    const account = otherAccount(`${given} ${surname}`, mail, kinds[next(kinds.length)] ?? 'google')
    const ageDays = 3 + next(1400)
    const isPending = next(9) === 0
    const wasSeen = !isPending && next(6) > 0
    const seenDaysAgo = Math.min(next(500), ageDays)
    const hasCompany = company !== undefined && next(5) > 0
    const user = addGuest(tenant, account, {
      createdOn: dayBefore(newestDays + ageDays),
      isPending,
      accountEnabled: next(14) > 0,
      ...(hasCompany ? { companyName: company.name } : {}),
      ...(wasSeen ? { lastSignInOn: dayBefore(seenDaysAgo) } : {}),
    })
    users.push(user)
    accounts.push(account)
  }
  return { users, accounts }
}
