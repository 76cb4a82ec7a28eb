import { type Static, Type } from 'typebox'
import { Day, GroupId, Instant } from './ids.ts'
import { InvitationLanguage, invitingProblems, Line, Message } from './invitation.ts'
import { operation } from './operation.ts'
import { operatorProblems } from './problem.ts'

const closed = { additionalProperties: false }

/** So many an organization keeps: who invites reads all of them. */
export const mostTemplates = 50

/** What an operator writes for a kind of guest. */
export const NewInvitationTemplate = Type.Object(
  {
    /** Of the kind of guest, as `Auditor`. */
    name: Line,
    purpose: Line,
    /** For so many days from the day of the invitation. */
    accessDays: Type.Integer({ minimum: 1, maximum: 3650 }),
    groupIds: Type.Array(GroupId, { maxItems: 20, uniqueItems: true }),
    language: InvitationLanguage,
    message: Type.Optional(Message),
  },
  closed,
)
export type NewInvitationTemplate = Static<typeof NewInvitationTemplate>

/** What fills the form of an invitation; everything of it can be changed there. */
export const InvitationTemplate = Type.Object(
  {
    templateId: Type.String({ format: 'uuid' }),
    version: Type.Integer({ minimum: 1 }),
    name: Type.String(),
    purpose: Type.String(),
    accessDays: Type.Integer({ minimum: 1 }),
    /** The last day of whoever is invited by it today; no later than the policy allows. */
    endsOn: Day,
    groups: Type.Array(
      Type.Object(
        {
          groupId: GroupId,
          /** Absent where Foyer does not know the group any more. */
          name: Type.Optional(Type.String()),
          /** Whether the caller can bring a guest into it. */
          isInvitable: Type.Boolean(),
        },
        closed,
      ),
    ),
    language: InvitationLanguage,
    message: Type.Optional(Type.String()),
    changedAt: Instant,
  },
  closed,
)
export type InvitationTemplate = Static<typeof InvitationTemplate>

export const listInvitationTemplates = operation({
  id: 'listInvitationTemplates',
  method: 'GET',
  path: '/v1/invitations/templates',
  caller: 'person',
  summary: 'What an operator wrote for each kind of guest, by name, for whoever may invite',
  success: {
    status: 200,
    reply: Type.Object({ templates: Type.Array(InvitationTemplate) }, closed),
  },
  problems: [...invitingProblems, 'inviting-not-allowed'],
})

const byId = Type.Object({ templateId: Type.String({ format: 'uuid' }) }, closed)

/** The caller chooses the id of a new one, and names version 0: sent twice, it is one. */
export const keepInvitationTemplate = operation({
  id: 'keepInvitationTemplate',
  method: 'PUT',
  path: '/v1/organization/invitation-templates/{templateId}',
  caller: 'person',
  isVersioned: true,
  summary: 'Add a template, or write one anew in place of the version that is named; for operators',
  params: byId,
  body: NewInvitationTemplate,
  success: {
    status: 200,
    reply: Type.Object({ version: Type.Integer({ minimum: 1 }) }, closed),
  },
  problems: [
    ...operatorProblems,
    'invitation-words-not-plain',
    'group-not-invitable',
    'template-name-taken',
    'too-many-templates',
    'too-many-acts',
  ],
})

/** One that there is not is removed. */
export const removeInvitationTemplate = operation({
  id: 'removeInvitationTemplate',
  method: 'DELETE',
  path: '/v1/organization/invitation-templates/{templateId}',
  caller: 'person',
  summary: 'Offer a template no more; invitations that were sent by it stay; for operators',
  params: byId,
  success: { status: 204 },
  problems: [...operatorProblems, 'too-many-acts'],
})
