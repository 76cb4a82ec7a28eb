import { askForExitCode, fileExitRequest } from '@foyer/contracts/exit-code'
import { getExitStatus, getObjection, objectToExit } from '@foyer/contracts/exit-request'
import { startDeadline } from '@foyer/directory/deadline'
import type { Directory } from '@foyer/directory/directory'
import type { FastifyInstance } from 'fastify'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { closeCode, findCode } from '../codes/code.ts'
import { fileRequest } from '../exits/file.ts'
import { askForExitCode as askForCode } from '../exits/send-code.ts'
import { findExitRequest, lockExitRequest, readExitWords } from '../exits/request.ts'
import { tellStatus } from '../exits/status.ts'
import { isStoppable, stopRequest } from '../exits/stop.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import { spendCode } from '../limits/spend-code.ts'
import { findLink } from '../links/find-link.ts'
import type { LinkKind } from '../links/make-link.ts'
import type { Store } from '../store/store.ts'

export interface ExitsSetting {
  readonly store: Store
  readonly directory: Directory
  readonly organizations: readonly ConnectedOrganization[]
  readonly now: () => Date
  readonly deadlineMs: number
}

/** Asking for a code. */
export function mountExitCodes(
  scope: FastifyInstance,
  { store, organizations, now }: Omit<ExitsSetting, 'directory' | 'deadlineMs'>,
): void {
  mountOperation(scope, askForExitCode, async ({ params, body, language, requestId }) => {
    const connected = organizations.find(({ slug }) => slug === params.slug)
    if (!connected) throw new ProblemError('organization-not-found')
    const { organizationId } = connected
    const address = body.mail.normalize('NFC')
    await spendCode(store, organizationId, address)
    const asked = { organizationId, address, language, requestId, askedAt: now() }
    return {
      attempt: await store.asOrganization(organizationId, async (transaction) =>
        askForCode(transaction, asked),
      ),
    }
  })
}

/** What is done with a code, and with the addresses in the mails: each of them is a key. */
export function mountExits(scope: FastifyInstance, setting: ExitsSetting): void {
  const { store, organizations, directory, now } = setting

  async function follow(kind: LinkKind, token: string) {
    const link = await findLink(store, kind, token, now())
    const connected = organizations.find((each) => each.organizationId === link?.organizationId)
    return link && connected ? { connected, subjectId: link.subjectId } : undefined
  }

  async function require(kind: 'exit-status' | 'not-me', token: string) {
    const found = await follow(kind, token)
    if (!found) throw new ProblemError('exit-request-not-found')
    return found
  }

  mountOperation(scope, fileExitRequest, async ({ params: { attempt }, body, requestId }) => {
    const found = await follow('code-attempt', attempt)
    if (!found) throw new ProblemError('code-ended')
    const { connected, subjectId: codeId } = found
    const here = directory.of(connected.organizationId, startDeadline(setting.deadlineMs))
    const filing = { connected, codeId, ...body, reason: body.reason, requestId, now: now() }
    return { status: await fileRequest(store, here, filing) }
  })

  mountOperation(scope, getExitStatus, async ({ params: { token } }) => {
    const { connected, subjectId: exitRequestId } = await require('exit-status', token)
    const { organizationId, slug } = connected
    return store.asOrganization(organizationId, async (transaction) => {
      const row = await findExitRequest(transaction, { exitRequestId })
      const words = row && (await readExitWords(transaction, row))
      if (!row || !words) throw new ProblemError('exit-request-not-found')
      return tellStatus(row, words, slug, now())
    })
  })

  mountOperation(scope, getObjection, async ({ params: { token } }) => {
    const { connected, subjectId: codeId } = await require('not-me', token)
    const { organizationId, slug, name } = connected
    return store.asOrganization(organizationId, async (transaction) => {
      const request = await findExitRequest(transaction, { codeId })
      const code = await findCode(transaction, codeId)
      const words = request && (await readExitWords(transaction, request))
      const stops = request
        ? await isStoppable(transaction, request)
        : code && !code.isClosed && now() < code.endsAt
      return {
        organization: { slug, name: words?.organization ?? name },
        stops: stops ? (request ? ('request' as const) : ('code' as const)) : ('nothing' as const),
      }
    })
  })

  mountOperation(scope, objectToExit, async ({ params: { token }, requestId }) => {
    const { connected, subjectId: codeId } = await require('not-me', token)
    await store.asOrganization(connected.organizationId, async (transaction) => {
      // In the order of filing, so that of the two one comes first.
      await closeCode(transaction, codeId)
      const request = await lockExitRequest(transaction, { codeId })
      if (!request) return
      const actor = { kind: 'guest', id: request.guestId } as const
      await stopRequest(transaction, request, { actor, requestId, at: now() })
    })
  })
}
