import type { PersonId } from '@foyer/contracts/ids'
import {
  answerSuccession,
  askForSponsor,
  getMySuccession,
  getSuccession,
  listMySuccessions,
  listSuccessions,
  openSuccession,
  type Succession,
  withdrawSponsorWish,
  withdrawSuccession,
} from '@foyer/contracts/succession'
import { startDeadline } from '@foyer/directory/deadline'
import { countsAsSponsor } from '@foyer/lifecycle/succession'
import type { FastifyInstance } from 'fastify'
import { connectedOf, languageOfPeople } from '../configuration/connected-organization.ts'
import { requireFreshSignIn } from '../departure/fresh-sign-in.ts'
import { requireTouchable } from '../departure/leaver.ts'
import { lookAtGuest, prepareDecision } from '../guests/prepare.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import { spendAct } from '../limits/spend-act.ts'
import {
  acceptSuccession,
  declineSuccession,
  listAskedOf,
  requireAsk,
} from '../successions/answer.ts'
import * as succession from '../successions/open.ts'
import { findSuccession, tellMySuccession, tellSuccession } from '../successions/succession.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { GuestsSetting } from './guests.ts'
import { requireInsider, requireOperator, requirePerson } from './require-person.ts'

/** The newest so many. */
const most = 500

/** Who vouches for a guest next: asked, answered and seen. */
export function mountSuccessions(scope: FastifyInstance, setting: GuestsSetting): void {
  const { store, clock, organizations, challenges } = setting
  const here = ({ organizationId }: CallerIdentity) =>
    setting.directory.of(organizationId, startDeadline(setting.deadlineMs))

  const look = async (caller: CallerIdentity, guestId: PersonId) =>
    lookAtGuest(here(caller), connectedOf(organizations, caller.organizationId), caller, guestId)

  /** Without whom nobody becomes a sponsor. */
  function requireKeeper({ organizationId }: CallerIdentity) {
    const connected = connectedOf(organizations, organizationId)
    if (!connected.identities.keeper) throw new ProblemError('succession-not-possible')
    return connected
  }

  mountOperation(scope, openSuccession, async ({ caller, params, body, requestId }) => {
    const directory = here(caller)
    const connected = connectedOf(organizations, caller.organizationId)
    const { answerer, ...deciding } = await prepareDecision(directory, connected, {
      decider: caller,
      guestId: params.guestId,
      requestId,
      now: () => clock.now(),
    })
    requireKeeper(caller)
    const { cause, to, note } = body
    const without = [caller.personId, deciding.guest.personId]
    const named =
      to === undefined ? undefined : await succession.requireSuccessor(directory, to, without)
    await spendAct(store, caller.organizationId, caller.personId)
    const { answersAs, ...opener } = answerer
    return store.asOrganization(caller.organizationId, async (transaction) =>
      succession.openSuccession(
        transaction,
        { ...deciding, opener: { ...opener, as: answersAs } },
        {
          cause,
          ...(named ? { named } : {}),
          ...(note === undefined ? {} : { note }),
        },
      ),
    )
  })

  mountOperation(scope, getSuccession, async ({ caller, params }) => {
    const { guestId, seenAs } = await look(caller, params.guestId)
    return store.asOrganization(caller.organizationId, async (transaction) => {
      const row = await findSuccession(transaction, guestId)
      const told = row && (await tellSuccession(transaction, row))
      if (!told) return { mayTakeBack: false }
      const by = { as: seenAs, personId: caller.personId }
      const mayTakeBack = row.state === 'open' && succession.mayTakeBack(row, by)
      return { succession: told, mayTakeBack }
    })
  })

  mountOperation(scope, withdrawSuccession, async ({ caller, params, requestId }) => {
    const { insider, guestId, seenAs } = await look(caller, params.guestId)
    await spendAct(store, caller.organizationId, caller.personId)
    await store.asOrganization(caller.organizationId, async (transaction) =>
      succession.withdrawSuccession(transaction, {
        guestId,
        by: { ...caller, name: insider.name, as: seenAs },
        requestId,
        now: clock.now(),
      }),
    )
  })

  mountOperation(scope, listMySuccessions, async ({ caller }) => {
    const insider = await requireInsider(here(caller), caller)
    if (!countsAsSponsor(insider)) return { asked: [] }
    return store.asOrganization(caller.organizationId, async (transaction) => ({
      asked: await listAskedOf(transaction, caller.personId),
    }))
  })

  mountOperation(scope, answerSuccession, async ({ caller, params, body, requestId }) => {
    const { successionId } = params
    const directory = here(caller)
    const insider = await requireInsider(directory, caller)
    // Guests never vouch, whatever role they hold.
    if (!countsAsSponsor(insider)) throw new ProblemError('not-answerable')
    const { row } = await store.asOrganization(caller.organizationId, async (transaction) =>
      requireAsk(transaction, successionId, caller.personId),
    )
    const now = clock.now()
    const answering = { answerer: { ...caller, name: insider.name }, requestId, now }
    await spendAct(store, caller.organizationId, caller.personId)
    if (!body.accepts) {
      return store.asOrganization(caller.organizationId, async (transaction) =>
        declineSuccession(transaction, successionId, answering),
      )
    }
    requireFreshSignIn(challenges, caller, body.challenge, now)
    requireKeeper(caller)
    await requireTouchableGuest(row.guestId, caller)
    return store.asOrganization(caller.organizationId, async (transaction) =>
      acceptSuccession(transaction, successionId, answering),
    )
  })

  /** Whoever is gone is nobody for whom somebody could vouch. */
  async function requireTouchableGuest(guestId: PersonId, caller: CallerIdentity): Promise<void> {
    try {
      await requireTouchable(here(caller), guestId)
    } catch (error) {
      const isGone = error instanceof ProblemError && error.code === 'no-longer-here'
      throw isGone ? new ProblemError('succession-not-asked') : error
    }
  }

  mountOperation(scope, listSuccessions, async ({ caller }) => {
    await requireOperator(here(caller), caller)
    return store.asOrganization(caller.organizationId, async (transaction) => {
      const rows = await transaction
        .selectFrom('succession')
        .selectAll()
        .where('state', 'in', ['open', 'accepting', 'exhausted'])
        .orderBy('openedAt', 'desc')
        .limit(most)
        .execute()
      const successions: Succession[] = []
      for (const row of rows) {
        const told = await tellSuccession(transaction, row)
        if (told) successions.push(told)
      }
      return { successions }
    })
  })

  mountOperation(scope, getMySuccession, async ({ caller }) => {
    const { kind } = await requirePerson(here(caller), caller)
    if (kind !== 'guest') throw new ProblemError('not-a-guest')
    const { identities } = connectedOf(organizations, caller.organizationId)
    const row = await store.asOrganization(caller.organizationId, async (transaction) =>
      findSuccession(transaction, caller.personId),
    )
    return tellMySuccession(row, identities.keeper !== undefined)
  })

  mountOperation(scope, askForSponsor, async ({ caller, body, requestId }) => {
    const directory = here(caller)
    const { kind } = await requirePerson(directory, caller)
    if (kind !== 'guest') throw new ProblemError('not-a-guest')
    const connected = requireKeeper(caller)
    const guest = await requireTouchable(directory, caller.personId)
    const { name } = await directory.getOrganization()
    await spendAct(store, caller.organizationId, caller.personId)
    const opening: succession.Opening = {
      organizationId: caller.organizationId,
      organization: {
        name: name || connected.name,
        slug: connected.slug,
        language: languageOfPeople(connected),
      },
      guest,
      opener: { ...caller, name: guest.name, as: 'guest' },
      requestId,
      now: clock.now(),
    }
    await store.asOrganization(caller.organizationId, async (transaction) =>
      succession.openSuccession(transaction, opening, { cause: 'guest-asked', note: body.note }),
    )
  })

  mountOperation(scope, withdrawSponsorWish, async ({ caller, requestId }) => {
    const { kind, name } = await requirePerson(here(caller), caller)
    if (kind !== 'guest') throw new ProblemError('not-a-guest')
    await spendAct(store, caller.organizationId, caller.personId)
    await store.asOrganization(caller.organizationId, async (transaction) =>
      succession.withdrawSuccession(transaction, {
        guestId: caller.personId,
        by: { ...caller, name, as: 'guest' },
        requestId,
        now: clock.now(),
      }),
    )
  })
}
