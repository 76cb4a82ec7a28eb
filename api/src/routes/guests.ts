import {
  attestGuest,
  countGuests,
  extendGuest,
  getGuest,
  type GuestDetail,
  listGuests,
} from '@foyer/contracts/guest'
import { endAccess, stopEnding } from '@foyer/contracts/ending'
import type { EndOwner } from '@foyer/contracts/standing'
import { answerStayRequest } from '@foyer/contracts/stay'
import { startDeadline } from '@foyer/directory/deadline'
import type { GroupMembership } from '@foyer/directory/memberships'
import { addDays, type Day, dayOf } from '@foyer/lifecycle/calendar'
import { latestEnd } from '@foyer/lifecycle/extension'
import type { FastifyInstance } from 'fastify'
import { connectedOf } from '../configuration/connected-organization.ts'
import type { Challenges } from '../departure/challenge.ts'
import { requireFreshSignIn } from '../departure/fresh-sign-in.ts'
import { findDoubt } from '../doubts/doubt.ts'
import * as ending from '../endings/begin.ts'
import { findEnding, tellEnding } from '../endings/ending.ts'
import * as count from '../guests/count-guests.ts'
import * as decide from '../guests/decide.ts'
import { lookAtGuest } from '../guests/prepare.ts'
import { readGuests, sponsoredBy, withId } from '../guests/read-guests.ts'
import { readTermWords } from '../guests/term.ts'
import { findVouchingIds } from '../guests/vouching-ids.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import { requireDay } from '../http/require-day.ts'
import { findReset, tellReset } from '../resets/reset.ts'
import { spendAct } from '../limits/spend-act.ts'
import { findMove, tellMove } from '../moves/move.ts'
import { findInForce, type InForce } from '../standing/keep-standings.ts'
import { findStayRequest } from '../stays/stay-request.ts'
import { findGuestFacts } from '../standing/guest-facts.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { MeSetting } from './me.ts'
import { howOf } from './membership.ts'
import { type Act, prepareAct } from './prepare-act.ts'
import { requireInsider } from './require-person.ts'

export interface GuestsSetting extends MeSetting {
  readonly challenges: Challenges
}

/** The guests for whom somebody vouches: until when they have access, and what is decided of it. */
export function mountGuests(scope: FastifyInstance, setting: GuestsSetting): void {
  const { store, clock, organizations, challenges } = setting
  const here = ({ organizationId }: CallerIdentity) =>
    setting.directory.of(organizationId, startDeadline(setting.deadlineMs))

  /** Somebody of the organization, and by which ids they vouch. */
  async function findVoucher(caller: CallerIdentity) {
    const directory = here(caller)
    const connected = connectedOf(organizations, caller.organizationId)
    const [{ kind }, vouchingIds] = await Promise.all([
      requireInsider(directory, caller),
      findVouchingIds(directory, connected, caller.personId),
    ])
    return { kind, vouchingIds }
  }

  mountOperation(scope, listGuests, async ({ caller }) => {
    const { kind, vouchingIds } = await findVoucher(caller)
    const now = clock.now()
    return store.asOrganization(caller.organizationId, async (transaction) => {
      const inForce = await findInForce(transaction, now)
      const isMeant = sponsoredBy(vouchingIds)
      const guests = kind === 'member' ? await readGuests(transaction, inForce, isMeant) : []
      const feed = await transaction
        .selectFrom('feed')
        .select('asOf')
        .where('kind', '=', 'guests')
        .executeTakeFirst()
      return {
        guests,
        today: inForce?.today ?? dayOf(now, 'UTC'),
        ...(inForce
          ? { latestEnd: addDays(inForce.today, inForce.kept.policy.longestExtensionDays) }
          : {}),
        ...(feed?.asOf ? { asOf: feed.asOf.toISOString() } : {}),
      }
    })
  })

  mountOperation(scope, countGuests, async ({ caller }) => {
    const { kind, vouchingIds } = await findVoucher(caller)
    if (kind !== 'member') return { guests: 0, needy: 0 }
    return store.asOrganization(caller.organizationId, async (transaction) =>
      count.countGuests(
        transaction,
        await findInForce(transaction, clock.now()),
        sponsoredBy(vouchingIds),
      ),
    )
  })

  /** Who the caller is for a guest, and where that was asked. */
  async function lookAt({ caller, params }: Omit<Act, 'requestId'>) {
    const directory = here(caller)
    const connected = connectedOf(organizations, caller.organizationId)
    return { directory, ...(await lookAtGuest(directory, connected, caller, params.guestId)) }
  }

  mountOperation(scope, getGuest, async (call) => {
    const { directory, guestId, seenAs } = await lookAt(call)
    const [sponsors, memberships] = await Promise.all([
      directory.listSponsors(guestId),
      directory.listMemberships(guestId),
    ])
    return store.asOrganization(call.caller.organizationId, async (transaction) => {
      const inForce = await findInForce(transaction, clock.now())
      const [guest] = await readGuests(transaction, inForce, withId(guestId))
      const row = await transaction
        .selectFrom('guest')
        .leftJoin('term', 'term.guestId', 'guest.guestId')
        .select(['signsInWith', 'confirmedGroups', 'exceptUntil', 'endOwner'])
        .where('guest.guestId', '=', guestId)
        .executeTakeFirst()
      if (!guest || !row) throw new ProblemError('guest-not-found')
      const known = inForce && (await findGuestFacts(transaction, inForce.reading, withId(guestId)))
      const facts = known?.[0]?.facts
      const { exception } = await readTermWords(transaction, guestId)
      const doubt = await findDoubt(transaction, guestId)
      const last = await findEnding(transaction, guestId)
      const ended = last && (await tellEnding(transaction, last))
      const move = await findMove(transaction, { guestId })
      const cameBy = await findMove(transaction, { toGuestId: guestId })
      const { isOperator } = call.caller
      const lastReset = await findReset(transaction, guestId)
      const reset = lastReset && (await tellReset(transaction, lastReset))
      return {
        ...guest,
        signsInWith: row.signsInWith as GuestDetail['signsInWith'],
        seenAs,
        today: inForce?.today ?? dayOf(clock.now(), 'UTC'),
        ...latestOf(inForce, facts),
        sponsors,
        ...groupsOf(memberships, row.confirmedGroups, seenAs),
        ...(row.exceptUntil && exception
          ? { exception: { until: row.exceptUntil, ...exception } }
          : {}),
        mayExcept: call.caller.isOperator,
        ...(row.endOwner ? { declaredEndOwner: row.endOwner as EndOwner } : {}),
        ...(doubt ? { doubt } : {}),
        ...(ended ? { ending: ended } : {}),
        ...(move ? { move: tellMove(move, isOperator) } : {}),
        ...(cameBy ? { cameBy: tellMove(cameBy, isOperator) } : {}),
        ...(reset ? { reset } : {}),
      }
    })
  })

  mountOperation(scope, extendGuest, async ({ body: { until, reason }, ...call }) => {
    const day = requireDay(until)
    const deciding = await prepareAct(setting, call)
    return store.asOrganization(call.caller.organizationId, async (transaction) =>
      decide.extend(transaction, deciding, { until: day, reason }),
    )
  })

  mountOperation(scope, answerStayRequest, async ({ body, ...call }) => {
    const { until, note, challenge } = body
    const day = until === undefined ? undefined : requireDay(until)
    const deciding = await prepareAct(setting, call)
    // Where no token tells when somebody signed in, the sign-in that there is has to do.
    requireFreshSignIn(challenges, call.caller, challenge, deciding.now)
    return store.asOrganization(call.caller.organizationId, async (transaction) => {
      if (!day) return decide.refuseStay(transaction, deciding, note)
      const request = await findStayRequest(transaction, deciding.guest.personId)
      if (request?.state !== 'open') throw new ProblemError('stay-not-asked')
      return decide.extend(transaction, deciding, { until: day, reason: note })
    })
  })

  mountOperation(scope, endAccess, async ({ body, ...call }) => {
    const { challenge, ...decision } = body
    const { organizationId } = call.caller
    const connected = connectedOf(organizations, organizationId)
    const deciding = await prepareAct(setting, call)
    requireFreshSignIn(challenges, call.caller, challenge, deciding.now)
    if (!connected.identities.keeper) throw new ProblemError('ending-not-possible')
    return store.asOrganization(organizationId, async (transaction) =>
      ending.beginEnding(transaction, deciding, {
        ...decision,
        isOperator: call.caller.isOperator,
        connected,
      }),
    )
  })

  mountOperation(scope, stopEnding, async (call) => {
    const { caller, requestId } = call
    const { insider, guestId, seenAs } = await lookAt(call)
    await spendAct(store, caller.organizationId, caller.personId)
    await store.asOrganization(caller.organizationId, async (transaction) =>
      ending.stopEnding(transaction, {
        guest: { personId: guestId },
        actor: { kind: seenAs, id: caller.personId, name: insider.name },
        tokenId: caller.tokenId,
        sessionId: caller.sessionId,
        requestId,
        now: clock.now(),
      }),
    )
  })

  mountOperation(scope, attestGuest, async (call) => {
    const deciding = await prepareAct(setting, call)
    return store.asOrganization(call.caller.organizationId, async (transaction) =>
      decide.attest(transaction, deciding),
    )
  })
}

function latestOf(
  inForce: InForce | undefined,
  facts: (Parameters<typeof latestEnd>[0] & { readonly endOwner: string }) | undefined,
): { latestEnd?: Day } {
  if (!inForce || facts?.endOwner !== 'foyer') return {}
  return { latestEnd: latestEnd(facts, inForce.kept.policy, inForce.today) }
}

/** Whose members are hidden is told to operators only. */
function groupsOf(
  memberships: readonly GroupMembership[],
  confirmed: readonly string[] | null,
  seenAs: GuestDetail['seenAs'],
): Pick<GuestDetail, 'groups' | 'hiddenGroups'> {
  const inside = memberships.filter(
    ({ isDirectMember, isNestedMember }) => isDirectMember || isNestedMember,
  )
  const shown = inside.filter(
    ({ isMembershipHidden }) => seenAs === 'operator' || !isMembershipHidden,
  )
  return {
    groups: shown.map((membership) => ({
      groupId: membership.groupId,
      name: membership.name,
      kind: membership.kind,
      how: howOf(membership),
      isNew:
        membership.isDirectMember && confirmed !== null && !confirmed.includes(membership.groupId),
    })),
    hiddenGroups: inside.length - shown.length,
  }
}
