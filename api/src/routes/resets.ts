import {
  agreeToReset,
  answerResetQuestion,
  askForReset,
  carryOutReset,
  getReset,
  getResetQuestion,
  type ResetQuestion,
  stopReset,
} from '@foyer/contracts/reset'
import { untouchableProblems } from '@foyer/contracts/problem'
import { startDeadline } from '@foyer/directory/deadline'
import { scopesToReset } from '@foyer/directory/operator-acts'
import { mayCarryOutReset } from '@foyer/lifecycle/reset'
import type { FastifyInstance } from 'fastify'
import { connectedOf, type ConnectedOrganization } from '../configuration/connected-organization.ts'
import type { Challenges } from '../departure/challenge.ts'
import { requireFreshSignIn } from '../departure/fresh-sign-in.ts'
import type { Deciding } from '../guests/decide.ts'
import { lookAtGuest } from '../guests/prepare.ts'
import { listWhoVouches } from '../guests/who-vouches.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import { spendAct } from '../limits/spend-act.ts'
import { findLink } from '../links/find-link.ts'
import { agreeToReset as agree } from '../resets/agree.ts'
import { askForReset as ask, requireFreeAddress } from '../resets/ask.ts'
import { carryOutReset as carryOut } from '../resets/carry-out.ts'
import { answerQuestion, tellQuestion } from '../resets/question.ts'
import {
  factsOf,
  findReset,
  isSameAddress,
  lockResetOf,
  readResetWords,
  tellReset,
} from '../resets/reset.ts'
import { stopReset as stop } from '../resets/stop.ts'
import type { Store } from '../store/store.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { MeSetting } from './me.ts'
import { type Act, prepareAct } from './prepare-act.ts'
import { requireOperator } from './require-person.ts'

export interface ResetsSetting extends MeSetting {
  readonly challenges: Challenges
  readonly publicOrigin: string
  /** The origin of Microsoft Graph. */
  readonly graph: string
}

/** Setting back a guest's sign-in, by two operators and whoever reads the guest's address. */
export function mountResets(scope: FastifyInstance, setting: ResetsSetting): void {
  const { store, clock, organizations, challenges, directory, deadlineMs, publicOrigin } = setting
  const here = ({ organizationId }: CallerIdentity) =>
    directory.of(organizationId, startDeadline(deadlineMs))

  /** Who the caller is for a guest, who may be gone or protected by now. */
  async function lookAt({ caller, params }: Omit<Act, 'requestId'>) {
    const connected = connectedOf(organizations, caller.organizationId)
    return { connected, ...(await lookAtGuest(here(caller), connected, caller, params.guestId)) }
  }

  /** An operator who decides about a guest whom nothing protects. */
  async function prepare(act: Act) {
    const { mail: operatorMail } = await requireOperator(here(act.caller), act.caller)
    const connected = connectedOf(organizations, act.caller.organizationId)
    const deciding = await prepareAct(setting, act)
    return { connected, operatorMail, deciding: { ...deciding, answerer: asOperator(deciding) } }
  }

  mountOperation(scope, getReset, async (call) => {
    const { caller } = call
    const { connected, guestId, seenAs } = await lookAt(call)
    const guest = await here(caller).findPerson(guestId)
    if (!guest) throw new ProblemError('guest-not-found')
    return store.asOrganization(caller.organizationId, async (transaction) => {
      const row = await findReset(transaction, guestId)
      const words = row && (await readResetWords(transaction, row))
      const reset = row && (await tellReset(transaction, row))
      const scopes = scopesToReset(setting.graph, words === undefined || isSameAddress(words))
      return {
        guest: { name: guest.name, ...(guest.mail ? { mail: guest.mail } : {}) },
        seenAs,
        ...(reset ? { reset } : {}),
        isAsker: row?.askedBy === caller.personId,
        isOpen: row !== undefined && mayCarryOutReset(factsOf(row), clock.now()) === undefined,
        ...(caller.isOperator && connected.operatorActs
          ? { actsWith: { ...connected.operatorActs, scopes } }
          : {}),
      }
    })
  })

  mountOperation(scope, askForReset, async ({ body, ...call }) => {
    const { connected, deciding, operatorMail } = await prepare(call)
    const { guest } = deciding
    requireFreshSignIn(challenges, call.caller, body.challenge, deciding.now)
    if (!connected.operatorActs) throw new ProblemError('reset-not-possible')
    const to = body.mail?.normalize('NFC') ?? guest.mail
    if (guest.mail === undefined || to === undefined) {
      throw new ProblemError('reset-without-address')
    }
    if (!isSameAddress({ from: guest.mail, to })) {
      await requireFreeAddress(here(call.caller), connected, guest, to)
    }
    const wish = { reason: body.reason, to, operatorMail, connected }
    return store.asOrganization(call.caller.organizationId, async (transaction) =>
      ask(transaction, deciding, wish),
    )
  })

  mountOperation(scope, agreeToReset, async ({ body, ...call }) => {
    const { connected, deciding, operatorMail } = await prepare(call)
    requireFreshSignIn(challenges, call.caller, body.challenge, deciding.now)
    const vouching = await listWhoVouches(here(call.caller), connected, deciding.guest.personId)
    const agreement = { operatorMail, vouching, connected }
    return store.asOrganization(call.caller.organizationId, async (transaction) =>
      agree(transaction, deciding, agreement),
    )
  })

  mountOperation(scope, stopReset, async (call) => {
    const { caller, requestId } = call
    const { connected, insider, guestId, seenAs } = await lookAt(call)
    await spendAct(store, caller.organizationId, caller.personId)
    await store.asOrganization(caller.organizationId, async (transaction) => {
      const row = await lockResetOf(transaction, guestId)
      if (!row) return
      await stop(transaction, row, {
        because: 'stopped',
        actor: { kind: seenAs, id: caller.personId, name: insider.name },
        requestId,
        tokenId: caller.tokenId,
        sessionId: caller.sessionId,
        connected,
        at: clock.now(),
      })
    })
  })

  mountOperation(scope, carryOutReset, async ({ delegatedToken: token, ...call }) => {
    try {
      const { connected, deciding } = await prepare(call)
      if (!connected.operatorActs) throw new ProblemError('reset-not-possible')
      const setup = { directory, store, connected, publicOrigin, deadlineMs }
      return await carryOut({ ...setup, deciding, token })
    } catch (error) {
      if (error instanceof ProblemError) await endImpossible(call, error)
      throw error
    }
  })

  /** Nobody carries out what is about an account that has become another one. */
  async function endImpossible(
    { caller, params, requestId }: Act,
    { code: because }: ProblemError,
  ): Promise<void> {
    const isOver = [...untouchableProblems, 'reset-address-changed'].some(
      (each) => each === because,
    )
    if (!isOver) return
    const connected = connectedOf(organizations, caller.organizationId)
    await store.asOrganization(caller.organizationId, async (transaction) => {
      const row = await lockResetOf(transaction, params.guestId)
      if (!row || row.state === 'done') return
      const actor = { kind: 'foyer' } as const
      await stop(transaction, row, { because, actor, requestId, connected, at: clock.now() })
    })
  }
}

function asOperator({ answerer }: Deciding): Deciding['answerer'] {
  return { ...answerer, answersAs: 'operator' }
}

export interface ResetQuestionsSetting {
  readonly store: Store
  readonly organizations: readonly ConnectedOrganization[]
  readonly now: () => Date
}

/** What whoever reads the guest's address is asked: the address in the mail is the key. */
export function mountResetQuestions(
  scope: FastifyInstance,
  { store, organizations, now }: ResetQuestionsSetting,
): void {
  async function follow(token: string) {
    const link = await findLink(store, 'reset', token, now())
    const connected = organizations.find((each) => each.organizationId === link?.organizationId)
    if (!link || !connected) throw new ProblemError('reset-question-not-found')
    return { connected, resetId: link.subjectId }
  }

  mountOperation(scope, getResetQuestion, async ({ params: { token } }): Promise<ResetQuestion> => {
    const { connected, resetId } = await follow(token)
    return store.asOrganization(connected.organizationId, async (transaction) =>
      tellQuestion(transaction, resetId, { connected }),
    )
  })

  mountOperation(scope, answerResetQuestion, async ({ params: { token }, body, requestId }) => {
    const { connected, resetId } = await follow(token)
    return store.asOrganization(connected.organizationId, async (transaction) => {
      const { isWanted } = body
      await answerQuestion(transaction, resetId, { isWanted, requestId, connected, at: now() })
      return tellQuestion(transaction, resetId, { connected })
    })
  })
}
