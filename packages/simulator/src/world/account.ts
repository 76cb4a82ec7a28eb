import type { Variants } from '../variants.ts'
import { guidOf } from './guid.ts'

/** Where an account is at home. `work` is an Entra tenant; the others have no Entra home. */
export const accountKinds = ['work', 'microsoft', 'google', 'mail-code', 'saml'] as const
export type AccountKind = (typeof accountKinds)[number]

/** The tenant that stands for personal Microsoft accounts in every document of Microsoft's. */
export const consumerTenantId = '9188040d-6c67-4c5b-b112-36a304b66dad'

/** What a person signs in with, wherever they are a guest. */
export interface Account {
  readonly accountId: string
  readonly kind: AccountKind
  readonly name: string
  readonly mail: string
  /** Further addresses of the same mailbox, with which nobody signs in. */
  readonly aliases?: readonly string[]
  /** The tenant of a work account. */
  readonly homeTenantId?: string
  /** Its object there. */
  readonly homeObjectId?: string
  /** The issuer URI of a SAML provider. */
  readonly samlIssuer?: string
}

/** Whether a mail to this address arrives at the account. */
export function answersTo({ mail, aliases = [] }: Account, address: string): boolean {
  const wanted = address.toLowerCase()
  return [mail, ...aliases].some((own) => own.toLowerCase() === wanted)
}

/** Of somebody whom nobody knows: they prove their address by a code (one-time-passcode.md). */
export function accountByCode(mail: string, name: string): Account {
  return { accountId: guidOf(`account ${mail.toLowerCase()}`), kind: 'mail-code', name, mail }
}

/**
 * The `idp` claim by which Entra names the home of a guest (values of tokens.md 1). V-21: for
 * Google, code and SAML no token of a guest is recorded, so it may be any text.
 */
export function idpOf(account: Account, { idpOfOthers }: Variants): string {
  const isRecorded = account.kind === 'work' || account.kind === 'microsoft'
  if (!isRecorded && idpOfOthers === 'opaque') return `urn:idp:${guidOf(`idp ${account.kind}`)}`
  const idp: Readonly<Record<AccountKind, string>> = {
    work: `https://sts.windows.net/${account.homeTenantId}/`,
    microsoft: 'live.com',
    google: 'google.com',
    'mail-code': 'mail',
    saml: account.samlIssuer ?? 'urn:saml',
  }
  return idp[account.kind]
}

/** The issuer in Graph's `identities` once an invitation has been taken up. */
export function identityIssuerOf(account: Pick<Account, 'kind' | 'samlIssuer'>): string {
  const issuer: Readonly<Record<AccountKind, string>> = {
    work: 'ExternalAzureAD',
    microsoft: 'MicrosoftAccount',
    google: 'google.com',
    'mail-code': 'mail',
    saml: account.samlIssuer ?? 'urn:saml',
  }
  return issuer[account.kind]
}
