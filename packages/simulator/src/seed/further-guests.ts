import { createHash } from 'node:crypto'
import { otherAccount } from './accounts.ts'
import { addGuest } from './people.ts'
import type { Account } from '../world/account.ts'
import type { Tenant } from '../world/tenant.ts'
import type { User } from '../world/user.ts'

const givenNames =
  'Aino Amara Andrei Anjali Astrid Baran Beatriz Bruno Camille Chidi Daria Dmitri Elif Enzo Farah Fiona Gustav Hana Hassan Ida Ivan Jana Jorge Kaito Katarina Leila Luca Magda Mateo Mila Nadia Nils Oksana Oscar Paula Rafael Rania Salma Stefan Tariq Tereza Uma Viktor Wanda Xavier Yara Zofia'.split(
    ' ',
  )
const surnames =
  'Abe Aguilar Bauer Berg Castro Conti Dahl Demir Dubois Evans Farkas Fischer Gomez Hansen Ito Ivanova Jensen Kaya Khan Kowalski Larsen Lopes Marino Meyer Moreau Nguyen Nowak Olsen Patel Petrov Quinn Ricci Rossi Santos Schmidt Silva Tanaka Ueda Varga Weiss Yilmaz Zimmer'.split(
    ' ',
  )
const companies = [
  { name: 'Litware', domain: 'litware.example' },
  { name: 'Proseware', domain: 'proseware.example' },
  { name: 'Trey Research', domain: 'treyresearch.example' },
  { name: 'Alpine Ski House', domain: 'alpineskihouse.example' },
  { name: 'Lucerne Publishing', domain: 'lucernepublishing.example' },
  { name: 'Coho Vineyard', domain: 'cohovineyard.example' },
]
const kinds = ['mail-code', 'microsoft', 'google', 'mail-code'] as const
const dayMs = 86_400_000
const lastCreation = Date.UTC(2026, 9, 31)
const lastSignIn = Date.UTC(2026, 10, 20)

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
      createdOn: dayOf(lastCreation - ageDays * dayMs),
      isPending,
      accountEnabled: next(14) > 0,
      ...(hasCompany ? { companyName: company.name } : {}),
      ...(wasSeen ? { lastSignInOn: dayOf(lastSignIn - seenDaysAgo * dayMs) } : {}),
    })
    users.push(user)
    accounts.push(account)
  }
  return { users, accounts }
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
