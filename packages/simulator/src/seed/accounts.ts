import { type Account, type AccountKind, consumerTenantId } from '../world/account.ts'
import { guidOf } from '../world/guid.ts'

/** The tenants' slugs, whose ids everything else is made from. */
export const slugs = [
  'contoso',
  'fabrikam',
  'woodgrove-bank',
  'northwind',
  'adatum',
  'tailspin',
] as const
export type Slug = (typeof slugs)[number]

export function tenantIdOf(slug: Slug): string {
  return guidOf(`tenant ${slug}`)
}

/** The object id of whoever has this address, in this tenant. */
export function userIdOf(slug: Slug, mail: string): string {
  return guidOf(`user ${slug} ${mail}`)
}

export function accountIdOf(mail: string): string {
  return guidOf(`account ${mail}`)
}

export function workAccount(name: string, mail: string, home: Slug): Account {
  return {
    accountId: accountIdOf(mail),
    kind: 'work',
    name,
    mail,
    homeTenantId: tenantIdOf(home),
    homeObjectId: userIdOf(home, mail),
  }
}

export function otherAccount(
  name: string,
  mail: string,
  kind: Exclude<AccountKind, 'work'>,
): Account {
  const account = { accountId: accountIdOf(mail), kind, name, mail }
  if (kind === 'saml') return { ...account, samlIssuer: 'https://sso.marchand.example/saml' }
  if (kind === 'microsoft') return { ...account, homeTenantId: consumerTenantId }
  return account
}

export const grace = workAccount('Grace Adeyemi', 'grace@adatum.com', 'adatum')
export const omar = otherAccount('Omar Haddad', 'omar@outlook.example', 'microsoft')
export const mei = otherAccount('Mei Tanaka', 'mei@gmail.example', 'google')
export const lena = otherAccount('Lena Vogel', 'lena@atelier-vogel.example', 'mail-code')
export const pierre = otherAccount('Pierre Marchand', 'pierre@marchand.example', 'saml')
export const sam = workAccount('Sam Okafor', 'sam@contoso.com', 'contoso')
export const ines = workAccount('Ines Duarte', 'ines@fabrikam.com', 'fabrikam')
export const ada = workAccount('Ada Lindqvist', 'ada@contoso.com', 'contoso')
export const jonas = workAccount('Jonas Weber', 'jonas@contoso.com', 'contoso')
export const noor = workAccount('Noor Rahman', 'noor@contoso.com', 'contoso')
export const yuki = workAccount('Yuki Sato', 'yuki@adatum.com', 'adatum')
export const tom = workAccount('Tom Becker', 'tom@contoso.com', 'contoso')
export const rosa = workAccount('Rosa Lima', 'rosa@adatum.com', 'adatum')
export const emil = workAccount('Emil Novak', 'emil@adatum.com', 'adatum')
// Further people, for what the cast does not show.
export const bea = otherAccount('Bea Novotna', 'bea@outlook.example', 'microsoft')
export const priya = workAccount('Priya Raman', 'priya@tailspin.com', 'tailspin')
export const hugo = workAccount('Hugo Silva', 'hugo@tailspin.com', 'tailspin')
export const ravi = workAccount('Ravi Menon', 'ravi@tailspin.com', 'tailspin')
export const kaya = workAccount('Kaya Brandt', 'kaya@northwind.com', 'northwind')
export const femi: Account = {
  ...workAccount('Femi Cole', 'femi@woodgrovebank.com', 'woodgrove-bank'),
  aliases: ['femi.cole@woodgrovebank.com'],
}

export const castAccounts: readonly Account[] = [
  grace,
  omar,
  mei,
  lena,
  pierre,
  sam,
  ines,
  ada,
  jonas,
  noor,
  yuki,
  tom,
  rosa,
  emil,
  bea,
  priya,
  hugo,
  ravi,
  kaya,
  femi,
]
