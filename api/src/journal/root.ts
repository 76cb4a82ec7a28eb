import { type Static, Type } from 'typebox'
import { Check } from 'typebox/value'
import type { SigningKeys } from '../signing/signing-keys.ts'

/** What kind of signed statement a root is. */
const type = 'foyer-journal-root+jws'

/** How far a journal had come on a day: whoever rewrites the journal cannot rewrite this. */
const Root = Type.Object({
  /** The portal, where the public keys are. */
  iss: Type.String(),
  organization: Type.String(),
  /** In UTC. */
  day: Type.String(),
  position: Type.Integer(),
  /** Of the entry at the position, in hex. */
  hash: Type.String(),
  /** When it was signed, as RFC 3339 writes it. */
  at: Type.String(),
})
export type Root = Static<typeof Root>

export async function signRoot(keys: SigningKeys, root: Root): Promise<string> {
  return keys.sign(type, root)
}

/** Undefined for what is no root, or was not signed by any of the keys. */
export async function readRoot(keys: SigningKeys, signed: string): Promise<Root | undefined> {
  const statement = await keys.read(type, signed)
  return Check(Root, statement) ? statement : undefined
}

/** Everything in a text that looks like a signed statement, also where a mail has broken its lines. */
export function findSigned(text: string): string[] {
  const whole = text.replaceAll(/=\r?\n/g, '')
  return [...new Set(whole.match(/\beyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/g))]
}
