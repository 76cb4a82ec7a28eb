/** The little that a directory has to remember, written without a look at the simulator. */
export interface DirectoryModel {
  /** Of whom the steps speak. */
  readonly users: readonly ModelObject[]
  /** Whom nobody touches. */
  readonly others: readonly ModelObject[]
  readonly groups: ModelGroup[]
}

export interface ModelObject {
  readonly id: string
  isDeleted: boolean
}

export interface ModelGroup extends ModelObject {
  name: string
  readonly members: Set<ModelObject>
  readonly owners: Set<ModelObject>
}

/** What somebody tries to do; the numbers pick among what is there. */
export interface Step {
  readonly kind: StepKind
  readonly first: number
  readonly second: number
}

export const stepKinds = [
  'create group',
  'rename group',
  'delete group',
  'restore group',
  'delete user',
  'restore user',
  'add member',
  'remove member',
  'add owner',
  'remove owner',
  'read user',
  'read group',
  'list members',
  'list owners',
  'list groups of user',
  'list users',
  'list deleted users',
] as const
type StepKind = (typeof stepKinds)[number]

/** What has to come of a step: a status, and the ids of what is listed, in any order. */
export interface Outcome {
  readonly status: number
  readonly ids?: readonly string[]
  readonly name?: string
}

const gone: Outcome = { status: 404 }
const refused: Outcome = { status: 400 }
const done: Outcome = { status: 204 }

export function deletion(object: ModelObject): Outcome {
  if (object.isDeleted) return gone
  object.isDeleted = true
  return done
}

export function restoration(object: ModelObject): Outcome {
  if (!object.isDeleted) return gone
  object.isDeleted = false
  return { status: 200 }
}

export function renaming(group: ModelGroup, name: string): Outcome {
  if (group.isDeleted) return gone
  group.name = name
  return done
}

export function addition(
  group: ModelGroup,
  relation: 'members' | 'owners',
  user: ModelObject,
): Outcome {
  if (group.isDeleted || user.isDeleted) return gone
  if (group[relation].has(user)) return refused
  group[relation].add(user)
  return done
}

export function memberRemoval(group: ModelGroup, user: ModelObject): Outcome {
  if (group.isDeleted || user.isDeleted) return gone
  return group.members.delete(user) ? done : refused
}

/** Somebody has to be left who can own; deleted people cannot. */
export function ownerRemoval(group: ModelGroup, user: ModelObject): Outcome {
  if (group.isDeleted || user.isDeleted || !group.owners.has(user)) return gone
  if (present(group.owners).length === 1) return refused
  group.owners.delete(user)
  return done
}

export function reading(object: ModelObject, name?: string): Outcome {
  if (object.isDeleted) return gone
  return { status: 200, ...(name === undefined ? {} : { name }) }
}

export function listing(objects: Iterable<ModelObject>, owner?: ModelObject): Outcome {
  return owner?.isDeleted ? gone : { status: 200, ids: present(objects) }
}

function present(objects: Iterable<ModelObject>): string[] {
  return [...objects].filter(({ isDeleted }) => !isDeleted).map(({ id }) => id)
}
