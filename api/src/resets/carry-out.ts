import type { OrganizationId } from '@foyer/contracts/ids'
import type { ProblemCode } from '@foyer/contracts/problem'
import type { Reset } from '@foyer/contracts/reset'
import { startDeadline } from '@foyer/directory/deadline'
import type { Directory } from '@foyer/directory/directory'
import { DirectoryError } from '@foyer/directory/directory-error'
import { pendingSince, type ResetOutcome, wasResetSince } from '@foyer/directory/sign-in-reset'
import { mayCarryOutReset } from '@foyer/lifecycle/reset'
import type { Transaction } from 'kysely'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import type { Deciding } from '../guests/decide.ts'
import { ProblemError } from '../http/problem-error.ts'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { requireSameAddress, requireTold } from './agree.ts'
import { requireFreeAddress, requireNoEnding } from './ask.ts'
import {
  changeReset,
  factsOf,
  isSameAddress,
  lockReset,
  lockResetOf,
  readResetWords,
  type ResetRow,
  type ResetWords,
} from './reset.ts'
import { tellOfReset, tellPeople } from './tell.ts'
import { type ResetEntry, writeDownReset } from './write-down.ts'

export interface CarryingOut {
  readonly directory: Directory
  readonly store: Store
  readonly connected: ConnectedOrganization
  readonly deciding: Deciding
  /** The operator's own for Microsoft Graph: for this one call, and written nowhere. */
  readonly token: string
  readonly publicOrigin: string
  readonly deadlineMs: number
}

const problemOf: Readonly<Record<Exclude<ResetOutcome, 'reset'>, ProblemCode>> = {
  'token-refused': 'operator-token-refused',
  'role-missing': 'operator-role-missing',
  'address-taken': 'known-already',
  'not-taken': 'reset-not-taken',
}

/**
 * Sets a guest's sign-in back by the right of the operator who calls. That it will be tried is durable
 * before; whoever tries again looks first whether it was done.
 *
 * @throws {ProblemError}
 * @throws {DirectoryError} where nobody can tell what came of it.
 */
export async function carryOutReset(setting: CarryingOut): Promise<Reset> {
  const { directory, store, connected, deciding, token, publicOrigin, deadlineMs } = setting
  const { organizationId, guest, answerer } = deciding
  const deadline = startDeadline(deadlineMs)
  const here = directory.of(organizationId, deadline)
  const before = await here.findRedemption(guest.personId)
  if (!before) throw new ProblemError('guest-not-found')
  const begun = await store.asOrganization(organizationId, async (transaction) =>
    begin(transaction, deciding),
  )
  if (begun.row.state === 'done') return tell(store, organizationId, begun.row)
  const { row, words } = begun
  const wasDone =
    row.attemptedAt !== null && wasResetSince(before, row.redemptionChangedAt ?? undefined)
  if (wasDone) return finish(setting, row, [])

  if (!isSameAddress(words)) await requireFreeAddress(here, connected, guest, words.to)
  await store.asOrganization(organizationId, async (transaction) =>
    changeReset(transaction, row, {
      attemptedAt: deciding.now,
      redemptionChangedAt: pendingSince(before) ?? null,
    }),
  )
  const requestIds: string[] = []
  const operator = { organizationId, personId: answerer.personId, token }
  const redirectUrl = `${publicOrigin}/o/${connected.slug}`
  try {
    const outcome = await directory
      .asOperator(operator, deadline, { onRequestId: (id) => requestIds.push(id) })
      .resetSignIn({ guestId: guest.personId, mail: words.to, redirectUrl })
    if (outcome === 'reset') return await finish(setting, row, requestIds)
    throw new ProblemError(problemOf[outcome])
  } catch (error) {
    await giveUp(setting, row, error, requestIds)
    throw error
  }
}

/** @throws {ProblemError} where it is not carried out now. */
async function begin(
  transaction: Transaction<Tables>,
  { guest, now }: Deciding,
): Promise<{ readonly row: ResetRow; readonly words: ResetWords }> {
  const row = await lockResetOf(transaction, guest.personId)
  const words = row && (await readResetWords(transaction, row))
  if (!row || !words) throw new ProblemError('reset-not-asked')
  if (row.state === 'done') return { row, words }
  const refusal = mayCarryOutReset(factsOf(row), now)
  if (refusal) throw new ProblemError(`reset-${refusal}`)
  requireSameAddress(words, guest.mail)
  await requireNoEnding(transaction, guest.personId)
  return { row, words }
}

async function finish(
  { store, connected, deciding }: CarryingOut,
  { resetId }: ResetRow,
  requestIds: readonly string[],
): Promise<Reset> {
  const { now: at } = deciding
  return store.asOrganization(deciding.organizationId, async (transaction) => {
    const row = await lockReset(transaction, resetId)
    if (!row) throw new ProblemError('guest-not-found')
    // Of two who pressed at once; and what somebody stopped in that moment was done all the same.
    if (row.state === 'done') return requireTold(transaction, row)
    await changeReset(transaction, row, { state: 'done', because: null, endedAt: at })
    const words = await readResetWords(transaction, row)
    if (words) {
      const people = [words.askedBy, words.agreedBy]
      await tellOfReset(transaction, row, words, { connected, at })
      const news = { outcome: 'done', by: deciding.answerer.name } as const
      await tellPeople(transaction, row, people, news, { connected, at })
    }
    await note(transaction, row, deciding, { outcome: 'done', directoryRequestIds: requestIds })
    const done = await lockReset(transaction, resetId)
    return requireTold(transaction, done ?? row)
  })
}

/** What was refused was not done; of anything else nobody knows, and whoever comes next looks. */
async function giveUp(
  { store, deciding }: CarryingOut,
  row: ResetRow,
  error: unknown,
  directoryRequestIds: readonly string[],
): Promise<void> {
  const isRefused = error instanceof ProblemError
  if (!isRefused && !(error instanceof DirectoryError)) return
  await store.asOrganization(deciding.organizationId, async (transaction) => {
    if (isRefused) await changeReset(transaction, row, { attemptedAt: null })
    await note(transaction, row, deciding, {
      outcome: isRefused ? 'refused' : 'failed',
      because: error.code,
      directoryRequestIds,
    })
  })
}

async function note(
  transaction: Transaction<Tables>,
  row: ResetRow,
  { answerer, requestId, now: at }: Deciding,
  entry: Pick<ResetEntry, 'outcome' | 'because' | 'directoryRequestIds'>,
): Promise<void> {
  await writeDownReset(transaction, row, {
    act: 'reset',
    ...entry,
    actor: { kind: 'operator', id: answerer.personId, name: answerer.name },
    requestId,
    tokenId: answerer.tokenId,
    sessionId: answerer.sessionId,
    at,
  })
}

async function tell(store: Store, organizationId: OrganizationId, row: ResetRow): Promise<Reset> {
  return store.asOrganization(organizationId, async (transaction) => requireTold(transaction, row))
}
