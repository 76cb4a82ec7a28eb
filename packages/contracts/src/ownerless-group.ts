import { type Static, Type } from 'typebox'
import { GroupId, Instant, PersonId } from './ids.ts'
import { GroupKind } from './me.ts'
import { operation } from './operation.ts'
import { Note } from './way-back.ts'
import { operatorProblems } from './problem.ts'

const closed = { additionalProperties: false }

/** What became of a group that lost its last owner: `named` and `gone` are seen in the directory. */
export const OwnerlessState = Type.Enum(['open', 'named', 'not-needed', 'gone'])
export type OwnerlessState = Static<typeof OwnerlessState>

/** A group whose last owner has left, and that has none yet, as the directory says now. */
export const OwnerlessGroup = Type.Object(
  {
    groupId: GroupId,
    name: Type.String(),
    kind: GroupKind,
    since: Instant,
    /** The name of whoever left; absent once it is erased. */
    leftBy: Type.Optional(Type.String()),
    /** Whom they proposed. */
    proposed: Type.Optional(
      Type.Object(
        {
          personId: PersonId,
          /** Absent once it is erased, and they are not there any more. */
          name: Type.Optional(Type.String()),
          /** Whether the directory still knows them. */
          isThere: Type.Boolean(),
        },
        closed,
      ),
    ),
    /** Microsoft's page on which an administrator names its owners. */
    microsoftOwnersUrl: Type.String(),
  },
  closed,
)
export type OwnerlessGroup = Static<typeof OwnerlessGroup>

/** Each is looked at in the directory: one that has an owner by now, or is gone, is closed by that. */
export const listOwnerlessGroups = operation({
  id: 'listOwnerlessGroups',
  method: 'GET',
  path: '/v1/organization/ownerless-groups',
  caller: 'person',
  summary: 'Groups that have lost their last owner with a guest who left, for operators',
  success: {
    status: 200,
    reply: Type.Object(
      {
        /** The oldest first. */
        groups: Type.Array(OwnerlessGroup),
        /** Groups besides these, which were not looked at. */
        otherGroups: Type.Integer(),
      },
      closed,
    ),
  },
  problems: operatorProblems,
})

export const waiveOwner = operation({
  id: 'waiveOwner',
  method: 'POST',
  path: '/v1/organization/ownerless-groups/{groupId}',
  caller: 'person',
  summary: 'Decide that a group needs no owner, for a reason',
  params: Type.Object({ groupId: GroupId }, closed),
  body: Type.Object({ answer: Type.Literal('not-needed'), reason: Note }, closed),
  success: { status: 204 },
  problems: [...operatorProblems, 'ownerless-group-not-found', 'too-many-acts'],
})
