import type { SignsInWith } from '@foyer/contracts/me'

const key = 'foyer.invited.'

/** Who an invitation, read in this tab, expects. */
export interface InvitedAccount {
  readonly maskedMail: string
  readonly expected: SignsInWith
}

/**
 * By organization, for whoever then meets an error page of Microsoft's with another account. The
 * page of an invitation writes it, the portal reads it, and no other tab does either.
 */
export interface Invited {
  find(slug: string): InvitedAccount | undefined
  note(slug: string, account: InvitedAccount): void
}

export function createInvited(storage: Storage): Invited {
  return {
    find: (slug) => read(storage.getItem(key + slug)),
    note: (slug, { maskedMail, expected }) =>
      storage.setItem(key + slug, JSON.stringify({ maskedMail, expected })),
  }
}

const ways: Readonly<Record<SignsInWith, true>> = {
  'work-account': true,
  'microsoft-account': true,
  google: true,
  federation: true,
  'mail-code': true,
  unknown: true,
}

// Other versions of Foyer and curious people write here too.
function read(text: string | null): InvitedAccount | undefined {
  try {
    const { maskedMail, expected } = JSON.parse(text ?? '{}') as Record<string, unknown>
    return typeof maskedMail === 'string' && isWay(expected) ? { maskedMail, expected } : undefined
  } catch {
    return undefined
  }
}

function isWay(value: unknown): value is SignsInWith {
  return typeof value === 'string' && Object.hasOwn(ways, value)
}
