import type { PersonId } from '@foyer/contracts/ids'
import { startDeadline } from '@foyer/directory/deadline'
import { connectedOf, languageOfPeople } from '../configuration/connected-organization.ts'
import type { Deciding } from '../guests/decide.ts'
import { prepareDecision } from '../guests/prepare.ts'
import { listWhoVouches } from '../guests/who-vouches.ts'
import { ProblemError } from '../http/problem-error.ts'
import { spendAct } from '../limits/spend-act.ts'
import type { Asking } from '../stays/ask.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { MeSetting } from './me.ts'
import { requirePerson } from './require-person.ts'

/** A call by which somebody decides about a guest. */
export interface Act {
  readonly caller: CallerIdentity
  readonly params: { readonly guestId: PersonId }
  readonly requestId: string
}

/** Everything that has to be known before the caller's next act about a guest; it counts the act. */
export async function prepareAct(
  { directory, store, clock, organizations, deadlineMs }: MeSetting,
  { caller, params, requestId }: Act,
): Promise<Deciding> {
  const { organizationId, personId } = caller
  const here = directory.of(organizationId, startDeadline(deadlineMs))
  const deciding = await prepareDecision(here, connectedOf(organizations, organizationId), {
    decider: caller,
    guestId: params.guestId,
    requestId,
    now: () => clock.now(),
  })
  await spendAct(store, organizationId, personId)
  return deciding
}

/** A guest who asks or answers, and whom it concerns; it counts the act. */
export async function prepareAsking(
  { directory, store, clock, organizations, deadlineMs }: MeSetting,
  { caller, requestId }: Pick<Act, 'caller' | 'requestId'>,
): Promise<Asking> {
  const { organizationId, personId } = caller
  const here = directory.of(organizationId, startDeadline(deadlineMs))
  const person = await requirePerson(here, caller)
  if (person.kind !== 'guest') throw new ProblemError('not-a-guest')
  const connected = connectedOf(organizations, organizationId)
  const [vouching, about] = await Promise.all([
    listWhoVouches(here, connected, personId),
    here.getOrganization(),
  ])
  await spendAct(store, organizationId, personId)
  return {
    caller,
    person,
    vouching,
    organization: {
      name: about.name || connected.name,
      slug: connected.slug,
      language: languageOfPeople(connected),
      contact: about.privacyContact,
    },
    requestId,
    now: clock.now(),
  }
}
