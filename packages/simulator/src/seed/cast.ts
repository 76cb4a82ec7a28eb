import type { Account } from '../world/account.ts'
import * as who from './accounts.ts'

/** Somebody of the cast, as the start page introduces them. */
export interface CastMember {
  readonly account: Account
  readonly group: 'Guests' | 'People of the organizations' | 'Special cases'
  readonly description: string
  /** The organization at whose door they begin. */
  readonly slug: who.Slug
}

export const cast: readonly CastMember[] = [
  guest(
    who.grace,
    'contoso',
    'Adatum. Guest at Contoso, Fabrikam, Woodgrove Bank; invited to Northwind',
  ),
  guest(who.omar, 'contoso', 'Personal Microsoft account. Contoso'),
  guest(who.mei, 'fabrikam', 'Google account. Fabrikam'),
  guest(who.lena, 'contoso', 'Code by e-mail. Contoso'),
  guest(who.pierre, 'fabrikam', 'SAML. Fabrikam; blocked at Woodgrove Bank'),
  staff(who.sam, 'contoso', 'Sponsor at Contoso'),
  staff(who.ines, 'fabrikam', 'Sponsor at Fabrikam'),
  staff(who.ada, 'contoso', 'Operator at Contoso'),
  staff(who.jonas, 'contoso', 'Second operator at Contoso'),
  staff(who.noor, 'contoso', 'Member at Contoso, no guests'),
  staff(who.kaya, 'northwind', 'Sponsor at Northwind'),
  staff(who.femi, 'woodgrove-bank', 'Sponsor at Woodgrove Bank'),
  special(who.yuki, 'contoso', 'Adatum. External member at Contoso, not a guest'),
  special(who.tom, 'contoso', 'Internal guest: an account of Contoso’s own'),
  special(who.rosa, 'contoso', 'Adatum. Guest at Contoso with a directory role'),
  special(
    who.priya,
    'contoso',
    'Tailspin. Has a role at Contoso through a group; guest at Northwind',
  ),
  special(who.hugo, 'contoso', 'Tailspin. Guest at Contoso who may take up a role'),
  special(who.ravi, 'contoso', 'Tailspin. Guest at Contoso whom a restricted unit protects'),
  special(who.emil, 'fabrikam', 'Adatum. Brought to Fabrikam by synchronization'),
  special(who.bea, 'contoso', 'Personal Microsoft account. Guest at Contoso, in no group'),
]

function guest(account: Account, slug: who.Slug, description: string): CastMember {
  return { account, slug, description, group: 'Guests' }
}

function staff(account: Account, slug: who.Slug, description: string): CastMember {
  return { account, slug, description, group: 'People of the organizations' }
}

function special(account: Account, slug: who.Slug, description: string): CastMember {
  return { account, slug, description, group: 'Special cases' }
}
