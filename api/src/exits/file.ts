import { randomUUID } from 'node:crypto'
import type { Sponsor } from '@foyer/contracts/me'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import { answerDueAt, objectableUntil } from '@foyer/lifecycle/exit-request'
import { sql, type Transaction } from 'kysely'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { ProblemError } from '../http/problem-error.ts'
import { makeLink } from '../links/make-link.ts'
import { toldOf } from '../leaving/leaving.ts'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { type CodeRow, lockCode, tryCode } from '../codes/code.ts'
import { type ExitWords, findExitRequest, findExitUnderWay, sealExitWords } from './request.ts'
import { tellOfFiling } from './tell.ts'
import { writeDownExit } from './write-down.ts'

/** How long the address of a request lasts: longer than any answer and what follows it. */
const statusDays = 180
const dayMs = 24 * 60 * 60_000

/** Somebody shows a code in the browser that asked for it. */
export interface Filing {
  readonly connected: ConnectedOrganization
  readonly codeId: string
  readonly code: string
  readonly reason: string | undefined
  readonly requestId: string
  /** By the Clock. */
  readonly now: Date
}

/**
 * Files the request of the guest whose code it is; the same code, and another one while the request
 * goes its way, lead to the same.
 *
 * @returns the address at which it is told how it goes.
 * @throws {ProblemError} for a code that does not count, and where the directory knows no such guest.
 * @throws {DirectoryError}
 * @throws {StoreError}
 */
export async function fileRequest(
  store: Store,
  directory: OrganizationDirectory,
  filing: Filing,
): Promise<string> {
  const { connected, codeId, now } = filing
  const { organizationId } = connected
  const tried = await store.asOrganization(organizationId, async (transaction) =>
    tryCode(transaction, { codeId, code: filing.code, purpose: 'exit', now }),
  )
  if (typeof tried === 'string') throw new ProblemError(tried)
  const account = await lookAtAccount(directory, tried)
  return store.asOrganization(organizationId, async (transaction) => {
    // Said meanwhile that it was somebody else: locked, so that either comes first.
    const code = await lockCode(transaction, codeId)
    if (!code || code.isClosed) throw new ProblemError('code-ended')
    const exitRequestId = await keepRequest(transaction, filing, code, account)
    const expiresAt = new Date(now.getTime() + statusDays * dayMs)
    const link = { organizationId, subjectId: exitRequestId, expiresAt }
    return `/exit-status/${await makeLink(transaction, { ...link, kind: 'exit-status' })}`
  })
}

type KnownAccount = Awaited<ReturnType<typeof lookAtAccount>>

/** Everything that the request is about, asked now. */
async function lookAtAccount(directory: OrganizationDirectory, { guestId }: CodeRow) {
  const person = guestId ? await directory.findPerson(guestId) : undefined
  if (!guestId || person?.kind !== 'guest' || !person.mail) {
    throw new ProblemError('exit-not-possible')
  }
  const [lastSignIn, ties, sponsors, about, same] = await Promise.all([
    directory.findLastSignIn(guestId),
    directory.getTies(guestId),
    directory.listSponsors(guestId),
    directory.getOrganization(),
    directory.findGuestsByAddress(person.mail),
  ])
  const addresses = same.find((each) => each.person.personId === guestId)?.addresses
  return {
    guestId,
    person: { ...person, mail: person.mail },
    addresses: addresses ?? [person.mail],
    lastSignInAt: lastSignIn?.at === undefined ? undefined : new Date(lastSignIn.at),
    sponsorIds: ties.sponsors,
    sponsors,
    about,
  }
}

/** The one that goes its way already, or was filed with this code before, is it too. */
async function keepRequest(
  transaction: Transaction<Tables>,
  { connected, codeId, reason, requestId, now }: Filing,
  { language }: CodeRow,
  { guestId, person, addresses, lastSignInAt, sponsorIds, sponsors, about }: KnownAccount,
): Promise<string> {
  const { organizationId, exitRequests } = connected
  const exitRequestId = randomUUID()
  const opensAt = objectableUntil({ isRedeemed: person.isRedeemed, lastSignInAt }, now)
  const words: ExitWords = {
    guest: { name: person.name, mail: person.mail },
    addresses,
    organization: about.name || connected.name,
    told: sponsors.flatMap((sponsor: Sponsor) => toldOf(sponsor)),
    privacyContact: about.privacyContact,
    reason,
  }
  const row = {
    organizationId,
    exitRequestId,
    codeId,
    guestId,
    state: opensAt ? ('waiting' as const) : ('open' as const),
    askedAt: now,
    opensAt: opensAt ?? null,
    dueAt: answerDueAt(now, exitRequests.dueDays),
    language,
    requestId,
    lastSignInAt: lastSignInAt ?? null,
    words: await sealExitWords(transaction, { organizationId, guestId }, words),
  }
  const { rows } = await sql<object>`
    INSERT INTO exit_request (organization_id, exit_request_id, code_id, guest_id, state,
      asked_at, opens_at, due_at, language, request_id, last_sign_in_at, sponsors, words)
    VALUES (${organizationId}, ${exitRequestId}, ${codeId}, ${guestId}, ${row.state}, ${now},
      ${row.opensAt}, ${row.dueAt}, ${language}, ${requestId}, ${row.lastSignInAt},
      ${sponsorIds}, ${row.words})
    ON CONFLICT DO NOTHING RETURNING 1`.execute(transaction)
  if (rows.length === 0) {
    const before =
      (await findExitRequest(transaction, { codeId })) ??
      (await findExitUnderWay(transaction, guestId))
    if (!before) throw new Error('a request that was filed before is not there')
    return before.exitRequestId
  }
  await tellOfFiling(transaction, row, words, connected)
  await writeDownExit(transaction, row, {
    act: 'ask-for-exit',
    outcome: 'asked',
    actor: { kind: 'guest', id: guestId },
    at: now,
    requestId,
    facts: { opensAt: opensAt?.toISOString() ?? null, dueAt: row.dueAt.toISOString() },
  })
  return exitRequestId
}
