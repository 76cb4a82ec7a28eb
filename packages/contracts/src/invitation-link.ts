import { type Static, Type } from 'typebox'
import { MailAddress, Token } from './exit-code.ts'
import { Day, Instant } from './ids.ts'
import { InvitationLanguage, InvitationState } from './invitation.ts'
import { SignsInWith } from './me.ts'
import { operation } from './operation.ts'
import type { ProblemCode } from './problem.ts'
import { Note } from './way-back.ts'

const closed = { additionalProperties: false }

/** The page of an invitation, which the mail leads to. */
export function invitationPageOf(token: string): `/i/${string}` {
  return `/i/${token}`
}

/**
 * Where a form of the page is sent to accept: `method="post"`, without fields. It is no operation, since
 * a browser follows it: it answers 303 to Microsoft's redemption, which nothing else ever tells. Where
 * that is not possible it answers 303 to the page, with one of {@link acceptProblems} as `because`.
 */
export function acceptFormOf(token: string): `/i/${string}/acceptance` {
  return `/i/${token}/acceptance`
}

/** Why accepting led back to the page, in its address as `?because=`. */
export const acceptProblems = [
  'invitation-link-not-found',
  'invitation-not-open',
  'invitation-used-up',
  'inviting-not-allowed',
  'known-already',
  'invitation-not-taken',
  'too-many-requests',
  'store-unavailable',
  'directory-refused',
  'directory-failed',
  'directory-busy',
  'directory-timeout',
  'internal-error',
] as const satisfies readonly ProblemCode[]

/**
 * An invitation, as whoever holds its link reads it. Once it has ended there is nothing but the
 * organization, the state, the language and its times; so too for whoever cannot be told any more.
 */
export const OpenedInvitation = Type.Object(
  {
    state: InvitationState,
    organization: Type.Object(
      {
        slug: Type.String(),
        name: Type.String(),
        /** The first of the domains that Microsoft holds for its own. */
        domain: Type.String(),
        privacyContact: Type.Optional(Type.String()),
        privacyStatementUrl: Type.Optional(Type.String()),
      },
      closed,
    ),
    /** In which it is written; also of one that has ended. */
    language: InvitationLanguage,
    openUntil: Instant,
    endedAt: Type.Optional(Instant),
    /** Of a declined one: until when that can be taken back. */
    takeBackUntil: Type.Optional(Instant),
    /** Absent once it has ended, but for a decline that can be taken back. */
    offer: Type.Optional(
      Type.Object(
        {
          name: Type.String(),
          purpose: Type.String(),
          message: Type.Optional(Type.String()),
          invitedBy: Type.Object(
            { name: Type.String(), mail: Type.Optional(Type.String()) },
            closed,
          ),
          sponsor: Type.Object({ name: Type.String(), mail: Type.Optional(Type.String()) }, closed),
          invitedAt: Instant,
          /** The last day of the access. */
          endsOn: Day,
          /** By name, where the organization lets its guests see groups; else only how many. */
          groups: Type.Array(Type.String()),
          groupCount: Type.Integer({ minimum: 0 }),
          /** As `m•••@gmail.example`. */
          maskedMail: Type.String(),
          expected: SignsInWith,
          /** The same six digits are in the mail: they show that mail and page belong together. */
          code: Type.String({ pattern: '^[0-9]{6}$' }),
          /** How often accepting still leads to Microsoft, for who got stuck there. */
          attemptsLeft: Type.Integer({ minimum: 0 }),
        },
        closed,
      ),
    ),
  },
  closed,
)
export type OpenedInvitation = Static<typeof OpenedInvitation>

const byToken = Type.Object({ token: Token }, closed)

/** Reading uses nothing up, however often it is read and by whatever reads mails. */
export const openInvitation = operation({
  id: 'openInvitation',
  method: 'GET',
  path: '/v1/invitation-links/{token}',
  caller: 'anyone',
  summary: 'What I am invited to, by whom and until when, for whoever holds the link',
  params: byToken,
  success: { status: 200, reply: OpenedInvitation },
  problems: ['invitation-link-not-found', 'store-unavailable'],
})

/** The address in full is asked for, so that whoever only holds a link ends nothing. */
export const declineInvitation = operation({
  id: 'declineInvitation',
  method: 'POST',
  path: '/v1/invitation-links/{token}/decline',
  caller: 'anyone',
  summary: 'Decline an invitation, with a reason that whoever invited reads',
  params: byToken,
  body: Type.Object({ mail: MailAddress, reason: Type.Optional(Note) }, closed),
  success: { status: 204 },
  problems: [
    'invitation-link-not-found',
    'invitation-not-open',
    'invitation-address-differs',
    'store-unavailable',
  ],
})

/** One that is open is not declined. */
export const takeBackDecline = operation({
  id: 'takeBackDecline',
  method: 'DELETE',
  path: '/v1/invitation-links/{token}/decline',
  caller: 'anyone',
  summary: 'Take back that I declined an invitation',
  params: byToken,
  success: { status: 204 },
  problems: ['invitation-link-not-found', 'invitation-not-open', 'store-unavailable'],
})

/** Whoever invited is told that the address is wrong, and nothing else. */
export const disownInvitation = operation({
  id: 'disownInvitation',
  method: 'POST',
  path: '/v1/invitation-links/{token}/not-me',
  caller: 'anyone',
  summary: 'Say that an invitation which reached me is not for me',
  params: byToken,
  success: { status: 204 },
  problems: ['invitation-link-not-found', 'invitation-not-open', 'store-unavailable'],
})

/**
 * Has the link sent again to an address. The answer is the same, and as quick, whether or not an
 * invitation is open for it; links that were sent before stay.
 */
export const findLostInvitation = operation({
  id: 'findLostInvitation',
  method: 'POST',
  path: '/v1/organizations/{slug}/lost-invitations',
  caller: 'anyone',
  summary: 'Have the link of my invitation sent to my address once more',
  params: Type.Object({ slug: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' }) }, closed),
  body: Type.Object({ mail: MailAddress }, closed),
  success: { status: 204 },
  problems: ['organization-not-found', 'too-many-codes', 'store-unavailable'],
})
