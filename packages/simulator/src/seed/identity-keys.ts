import { createPrivateKey, type KeyObject } from 'node:crypto'
import { certify, type Certificate, generateRsaKey, pemOf } from '../world/certificate.ts'

/** The app identities of a connected organization, separated by power. */
export const identityNames = ['reader', 'grouper', 'keeper', 'inviter', 'mailer'] as const
export type IdentityName = (typeof identityNames)[number]

/**
 * One key for each kind of identity, made at start, since making one for each organization too
 * would take seconds. The certificates are each identity's own, and it is these that a tenant
 * knows.
 */
export type IdentityKeys = Readonly<Record<IdentityName, KeyObject>>

export async function generateIdentityKeys(): Promise<IdentityKeys> {
  const entries = await Promise.all(
    identityNames.map(async (name) => [name, await generateRsaKey()] as const),
  )
  return Object.fromEntries(entries) as Record<IdentityName, KeyObject>
}

/** The keys as PEM, by the name of the identity. */
export function exportIdentityKeys(keys: IdentityKeys): Readonly<Record<string, string>> {
  return Object.fromEntries(identityNames.map((name) => [name, pemOf(keys[name])]))
}

/** @throws {TypeError} where the key of an identity is missing. */
export function importIdentityKeys(pems: Readonly<Record<string, string>>): IdentityKeys {
  const entries = identityNames.map((name) => {
    const pem = pems[name]
    if (!pem) throw new TypeError(`There is no key for ${name}.`)
    return [name, createPrivateKey(pem)] as const
  })
  return Object.fromEntries(entries) as Record<IdentityName, KeyObject>
}

export function certifyIdentity(
  keys: IdentityKeys,
  slug: string,
  name: IdentityName,
): Certificate & { readonly pemWithKey: string } {
  const certificate = certify(keys[name], `foyer-${name}.${slug}.example`)
  return { ...certificate, pemWithKey: `${pemOf(keys[name])}${certificate.pem}` }
}
