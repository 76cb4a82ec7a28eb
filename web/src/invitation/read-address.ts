import { acceptProblems } from '@foyer/contracts/invitation-link'

export type AcceptProblem = (typeof acceptProblems)[number]

interface InvitationAddress {
  /** The key to the invitation; it is kept nowhere else. Absent where somebody looks for a lost link. */
  readonly token?: string
  /** Why accepting led back to the page. */
  readonly because?: AcceptProblem
}

/** What the address of the page says: `/i/{token}`, or `/i` for whoever has lost their link. */
export function readAddress({ pathname, search }: Pick<Location, 'pathname' | 'search'>) {
  const [, , token = ''] = pathname.split('/')
  const told = new URLSearchParams(search).get('because')
  const because = acceptProblems.find((code) => code === told)
  return {
    ...(token === '' ? {} : { token }),
    ...(because === undefined ? {} : { because }),
  } satisfies InvitationAddress as InvitationAddress
}

/** Whether it can be a key at all; a link that a mail program cut off cannot. */
export function isWhole(token: string): boolean {
  return /^[\w-]{43}$/.test(token)
}
