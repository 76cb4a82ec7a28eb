import { type Account, answersTo } from './account.ts'
import type { Application } from './application.ts'
import type { Tenant } from './tenant.ts'

/** Everything that a reset brings back: the directories, the accounts and the registrations. */
export interface World {
  readonly tenants: ReadonlyMap<string, Tenant>
  readonly accounts: Map<string, Account>
  readonly applications: ReadonlyMap<string, Application>
}

/** By tenant id, domain or slug's initial domain; `common` and its like are nobody's. */
export function findTenant(world: World, name: string): Tenant | undefined {
  const wanted = name.toLowerCase()
  const byId = world.tenants.get(wanted)
  if (byId) return byId
  return [...world.tenants.values()].find(({ domains }) => domains.includes(wanted))
}

/** The account that a mail to this address reaches, be it by another name. */
export function findAccountByAddress(world: World, address: string): Account | undefined {
  const wanted = address.trim().toLowerCase()
  return [...world.accounts.values()].find((account) => answersTo(account, wanted))
}

export function findAccountByMail(world: World, mail: string): Account | undefined {
  const wanted = mail.trim().toLowerCase()
  return [...world.accounts.values()].find((account) => account.mail.toLowerCase() === wanted)
}
