import {
  acceptFormOf,
  acceptProblems,
  declineInvitation,
  disownInvitation,
  findLostInvitation,
  invitationPageOf,
  openInvitation,
  takeBackDecline,
} from '@foyer/contracts/invitation-link'
import { Token } from '@foyer/contracts/exit-code'
import type { Directory } from '@foyer/directory/directory'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { problemOf } from '../http/problem-of.ts'
import { ProblemError } from '../http/problem-error.ts'
import { accept } from '../invitations/accept.ts'
import * as answer from '../invitations/answer.ts'
import { hashOfAddress } from '../invitations/invitation.ts'
import { askForLostInvitation } from '../invitations/lost.ts'
import * as open from '../invitations/open.ts'
import { lostLinksToAddress } from '../limits/allowance.ts'
import { spendCode } from '../limits/spend-code.ts'
import { findLink } from '../links/find-link.ts'
import type { Store } from '../store/store.ts'

export interface InvitationLinksSetting {
  readonly store: Store
  readonly directory: Directory
  readonly organizations: readonly ConnectedOrganization[]
  readonly now: () => Date
  readonly publicOrigin: string
  /** How long a person waits for the directory. */
  readonly deadlineMs: number
}

/** What whoever holds the link of an invitation reads, and answers. */
export function mountInvitationLinks(
  scope: FastifyInstance,
  setting: Pick<InvitationLinksSetting, 'store' | 'organizations' | 'now'>,
): void {
  const { store, now } = setting

  mountOperation(scope, openInvitation, async ({ params: { token } }) => {
    const { connected, invitationId } = await follow(setting, token)
    return store.asOrganization(connected.organizationId, async (transaction) =>
      open.openInvitation(transaction, connected, invitationId, now()),
    )
  })

  mountOperation(scope, declineInvitation, async ({ params: { token }, body, requestId }) => {
    const { connected, invitationId } = await follow(setting, token)
    const answering = { connected, invitationId, requestId, now: now() }
    await store.asOrganization(connected.organizationId, async (transaction) =>
      answer.decline(transaction, answering, { mail: body.mail, reason: body.reason }),
    )
  })

  mountOperation(scope, takeBackDecline, async ({ params: { token }, requestId }) => {
    const { connected, invitationId } = await follow(setting, token)
    const answering = { connected, invitationId, requestId, now: now() }
    await store.asOrganization(connected.organizationId, async (transaction) =>
      answer.takeBackDecline(transaction, answering, (mail) =>
        hashOfAddress(connected.organizationId, mail),
      ),
    )
  })

  mountOperation(scope, disownInvitation, async ({ params: { token }, requestId }) => {
    const { connected, invitationId } = await follow(setting, token)
    const answering = { connected, invitationId, requestId, now: now() }
    await store.asOrganization(connected.organizationId, async (transaction) =>
      answer.disown(transaction, answering),
    )
  })
}

/** Where whoever has lost a link asks for it: the answer tells nothing of who is invited. */
export function mountLostInvitations(
  scope: FastifyInstance,
  { store, organizations }: Pick<InvitationLinksSetting, 'store' | 'organizations'>,
): void {
  mountOperation(scope, findLostInvitation, async ({ params, body }) => {
    const connected = organizations.find(({ slug }) => slug === params.slug)
    if (!connected) throw new ProblemError('organization-not-found')
    const { organizationId } = connected
    const address = body.mail.normalize('NFC')
    await spendCode(store, organizationId, address, lostLinksToAddress)
    await store.asOrganization(organizationId, async (transaction) =>
      askForLostInvitation(transaction, organizationId, address),
    )
  })
}

const AToken = Compile(Type.Object({ token: Token }, { additionalProperties: false }))
const largestFormBytes = 1_024
const told: ReadonlySet<string> = new Set(acceptProblems)

/**
 * The form by which a browser accepts. It answers 303 to Microsoft's redemption, in which nothing of
 * ours is, or 303 to the page that says why not. GET and HEAD have no such route, so that whatever only
 * follows links accepts nothing.
 */
export function mountAcceptance(scope: FastifyInstance, setting: InvitationLinksSetting): void {
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { bodyLimit: largestFormBytes },
    (_request, body, done) => {
      body.resume()
      body.on('end', () => done(null))
    },
  )
  scope.setErrorHandler(async (error, request, reply) => leadBack(error, request, reply))
  scope.post(
    acceptFormOf(':token'),
    { config: { caller: 'anyone' }, bodyLimit: largestFormBytes },
    async (request, reply) => {
      requireOwnPage(request)
      const { connected, invitationId } = await follow(setting, tokenOf(request))
      const url = await accept({ ...setting, connected, invitationId, requestId: request.id })
      return reply.redirect(url, 303)
    },
  )
}

/** Fetch Metadata: a form of another site accepts nothing in somebody's name. */
function requireOwnPage({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') throw new ProblemError('invalid-request')
}

function tokenOf({ params }: FastifyRequest): string {
  if (!AToken.Check(params)) throw new ProblemError('invitation-link-not-found')
  return params.token
}

function leadBack(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error, undefined)
  const because = told.has(problem.code) ? problem.code : 'internal-error'
  const entry = { code: problem.code, err: problem.cause }
  request.log[because === 'internal-error' ? 'error' : 'info'](entry, 'not accepted')
  const { params } = request
  // What is no token of ours leads to no page of one.
  const page = AToken.Check(params) ? invitationPageOf(params.token) : '/i/unknown'
  return reply.redirect(`${page}?because=${because}`, 303)
}

/**
 * Where the link of an invitation leads.
 *
 * @throws {ProblemError} for one that nobody was given, or whose organization is not served any more.
 */
async function follow(
  { store, organizations, now }: Pick<InvitationLinksSetting, 'store' | 'organizations' | 'now'>,
  token: string,
): Promise<{ readonly connected: ConnectedOrganization; readonly invitationId: string }> {
  const link = await findLink(store, 'invitation', token, now())
  const connected = organizations.find((each) => each.organizationId === link?.organizationId)
  if (!link || !connected) throw new ProblemError('invitation-link-not-found')
  return { connected, invitationId: link.subjectId }
}
