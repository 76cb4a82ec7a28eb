import type { PersonId } from '@foyer/contracts/ids'
import { resourceOf } from './access-tokens.ts'
import type { Deadline } from './deadline.ts'
import { isTokenOf, type Operator } from './delegated-token.ts'
import { DirectoryError } from './directory-error.ts'
import { createGraph, type Graph } from './graph.ts'
import { createGraphTransport, type GraphTransport } from './graph-transport.ts'
import { powersOfOperator } from './identity.ts'
import type { OrganizationDirectory } from './organization-directory.ts'
import { personUrl } from './person-url.ts'
import { hasAddress } from './redemption.ts'
import { resetBody, resetOnce, type ResetOutcome, type SignInReset } from './sign-in-reset.ts'

/** What an operator does in a directory by their own right, with their own token. */
export interface OperatorActs {
  /**
   * Afterwards the guest redeems anew with this address, as the same guest; the address at which they
   * could is told by Graph and dropped here.
   */
  resetSignIn(reset: SignInReset): Promise<ResetOutcome>
}

/** The delegated permissions that an operator's registration has at most. */
const operatorScopes = { reset: 'User.Invite.All', addAddress: 'User-Mail.ReadWrite.All' } as const

/** What a token to set a sign-in back is asked for, as the sign-in service names it. */
export function scopesToReset(graph: string, isSameAddress: boolean): string[] {
  const { reset, addAddress } = operatorScopes
  const names = isSameAddress ? [reset] : [reset, addAddress]
  return names.map((name) => `${resourceOf(graph)}/${name}`)
}

export interface OperatorPlace {
  readonly graph: string
  readonly now: () => Date
  readonly clientId: string
  readonly deadline: Deadline
  /** Reads with Foyer's own identity: an operator's token reads nothing. */
  readonly reader: Pick<OrganizationDirectory, 'findRedemption'>
  /** Around each transport, for whoever counts what is sent. */
  readonly count: (transport: GraphTransport) => GraphTransport
}

export function createOperatorActs(operator: Operator, place: OperatorPlace): OperatorActs {
  const { reader, deadline } = place

  function graphFor(guestId: PersonId): Graph {
    const powers = powersOfOperator(guestId)
    const transport = createGraphTransport(place.graph, powers, async () => operator.token)
    return createGraph({
      operation: 'resetSignIn',
      origin: place.graph,
      transport: place.count(transport),
      deadline,
      isPatient: false,
      // There is no other one.
      forgetToken: () => {},
    })
  }

  return {
    async resetSignIn(reset) {
      const { guestId, mail } = reset
      const before = await reader.findRedemption(guestId)
      if (!before) throw new DirectoryError('directory-failed', { operation: 'resetSignIn' })
      const isThere = hasAddress(before, mail)
      const scopes = [operatorScopes.reset, ...(isThere ? [] : [operatorScopes.addAddress])]
      const { clientId, graph: origin, now } = place
      if (!isTokenOf(operator, { clientId, scopes, graph: origin, now: now() })) {
        return 'token-refused'
      }
      const graph = graphFor(guestId)
      const url = personUrl(guestId)
      if (!isThere) {
        const added = await graph.setOtherMails(url, [...before.otherMails, mail])
        if (added !== 'set') return added
      }
      const outcome = await resetOnce(
        deadline,
        before,
        async () => graph.resetRedemption(resetBody(reset)),
        async () => reader.findRedemption(guestId),
      )
      // An address with which nobody redeems is not left behind.
      if (outcome !== 'reset' && !isThere) await graph.setOtherMails(url, before.otherMails)
      return outcome
    },
  }
}
