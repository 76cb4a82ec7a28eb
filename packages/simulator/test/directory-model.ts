/** The little that a directory has to remember, written without a look at the simulator. */
export interface DirectoryModel {
  /** Of whom the steps speak. */
  readonly users: ModelUser[]
  /** Whom nobody touches. */
  readonly others: readonly string[]
  readonly groups: ModelGroup[]
  readonly rules: ModelRules
  /** Days that have passed. */
  today: number
}

/** What no document decides, and every walk goes one way or the other. */
export interface ModelRules {
  readonly restoredKeepSponsors: boolean
  readonly securityGroupsComeBack: boolean
  readonly negationFindsNothing: boolean
}

export interface ModelObject {
  readonly id: string
  /** The day on which it was deleted; after thirty of them it is gone for good. */
  deletedOn: number | undefined
  isGone: boolean
}

export interface ModelUser extends ModelObject {
  displayName: string
  department: string | null
  name: string
  readonly sponsors: Set<ModelObject>
  manager: ModelUser | undefined
}

export interface ModelGroup extends ModelObject {
  displayName: string
  readonly isSecurity: boolean
  readonly members: Set<ModelObject>
  readonly owners: Set<ModelObject>
}

/** What has to come of a step: a status, and the ids of what is listed, in any order. */
export interface Outcome {
  readonly status: number
  readonly ids?: readonly string[]
  /** Properties of what is read. */
  readonly shows?: Readonly<Record<string, string | null>>
}

export const gone: Outcome = { status: 404 }
export const refused: Outcome = { status: 400 }
export const done: Outcome = { status: 204 }

const restorableDays = 30
const mostSponsors = 5

export function isPresent({ deletedOn, isGone }: ModelObject): boolean {
  return deletedOn === undefined && !isGone
}

export function isDeleted({ deletedOn, isGone }: ModelObject): boolean {
  return deletedOn !== undefined && !isGone
}

export function newUser(
  id: string,
  name: string,
  profile: Pick<ModelUser, 'displayName' | 'department'>,
): ModelUser {
  const sponsors = new Set<ModelObject>()
  return { ...profile, id, name, sponsors, manager: undefined, deletedOn: undefined, isGone: false }
}

export function newGroup(id: string, displayName: string, isSecurity: boolean): ModelGroup {
  const relations = { members: new Set<ModelObject>(), owners: new Set<ModelObject>() }
  return { id, displayName, isSecurity, ...relations, deletedOn: undefined, isGone: false }
}

/** Who answers to a name: deleted people have given theirs up. */
export function holderOf(model: DirectoryModel, name: string): ModelUser | undefined {
  return model.users.find((user) => user.name === name && isPresent(user))
}

export function userDeletion(model: DirectoryModel, user: ModelUser): Outcome {
  if (!isPresent(user)) return gone
  user.deletedOn = model.today
  return done
}

export function groupDeletion(model: DirectoryModel, group: ModelGroup): Outcome {
  if (!isPresent(group)) return gone
  if (group.isSecurity && !model.rules.securityGroupsComeBack) forget(model, group)
  else group.deletedOn = model.today
  return done
}

export function userRestoration(model: DirectoryModel, user: ModelUser): Outcome {
  if (!isDeleted(user)) return gone
  if (holderOf(model, user.name)) return refused
  user.deletedOn = undefined
  if (!model.rules.restoredKeepSponsors) user.sponsors.clear()
  return { status: 200 }
}

export function groupRestoration(group: ModelGroup): Outcome {
  if (!isDeleted(group)) return gone
  group.deletedOn = undefined
  return { status: 200 }
}

export function passage(model: DirectoryModel, days: number): void {
  model.today += days
  for (const object of [...model.users, ...model.groups]) {
    if (model.today - (object.deletedOn ?? model.today) >= restorableDays) forget(model, object)
  }
}

/** Whoever is gone for good is in nobody's list any more. */
function forget(model: DirectoryModel, object: ModelObject): void {
  object.isGone = true
  for (const user of model.users) {
    user.sponsors.delete(object)
    if (user.manager === object) user.manager = undefined
  }
  for (const { members, owners } of model.groups) {
    members.delete(object)
    owners.delete(object)
  }
}

export function renaming(model: DirectoryModel, user: ModelUser, name: string): Outcome {
  if (!isPresent(user)) return gone
  const holder = holderOf(model, name)
  if (holder && holder !== user) return refused
  user.name = name
  return done
}

/** @param member a group of Microsoft 365 takes people only, and lies in no group. */
export function addition(
  group: ModelGroup,
  relation: 'members' | 'owners',
  member: ModelUser | ModelGroup,
): Outcome {
  if (!isPresent(group) || !isPresent(member)) return gone
  const nests = 'members' in member
  if (nests && !(group.isSecurity && member.isSecurity && relation === 'members')) return refused
  if (group[relation].has(member)) return refused
  group[relation].add(member)
  return done
}

export function memberRemoval(group: ModelGroup, member: ModelObject): Outcome {
  if (!isPresent(group) || !isPresent(member)) return gone
  return group.members.delete(member) ? done : refused
}

/** Somebody has to be left who can own; deleted people cannot. */
export function ownerRemoval(group: ModelGroup, user: ModelObject): Outcome {
  if (!isPresent(group) || !isPresent(user) || !group.owners.has(user)) return gone
  if ([...group.owners].filter(isPresent).length === 1) return refused
  group.owners.delete(user)
  return done
}

export function sponsorAddition(user: ModelUser, sponsor: ModelObject): Outcome {
  if (!isPresent(user) || !isPresent(sponsor)) return gone
  if (user.sponsors.has(sponsor) || user.sponsors.size >= mostSponsors) return refused
  user.sponsors.add(sponsor)
  return done
}

export function sponsorRemoval(user: ModelUser, sponsor: ModelObject): Outcome {
  if (!isPresent(user) || !isPresent(sponsor)) return gone
  return user.sponsors.delete(sponsor) ? done : gone
}

export function assignment(user: ModelUser, manager: ModelUser): Outcome {
  if (!isPresent(user) || !isPresent(manager)) return gone
  user.manager = manager
  return done
}

/** A manager who is deleted is nobody to be dismissed. */
export function dismissal(user: ModelUser): Outcome {
  if (!isPresent(user) || !user.manager || !isPresent(user.manager)) return gone
  user.manager = undefined
  return done
}

/** What a look at something shows, where it is there to be looked at. */
export function listing(objects: Iterable<ModelObject>, of?: ModelObject): Outcome {
  if (of && !isPresent(of)) return gone
  return { status: 200, ids: [...objects].filter(isPresent).map(({ id }) => id) }
}

export function reading(
  object: ModelObject,
  shows: Readonly<Record<string, string | null>>,
): Outcome {
  return isPresent(object) ? { status: 200, shows } : gone
}

export function groupsAround(model: DirectoryModel, object: ModelObject): ModelGroup[] {
  return model.groups.filter((group) => isPresent(group) && group.members.has(object))
}

/** Group by group, until nothing new is found; nothing passes through what is deleted. */
export function everyGroupAround(model: DirectoryModel, object: ModelObject): Set<ModelObject> {
  const found = new Set<ModelObject>()
  const visit = (one: ModelObject): void => {
    for (const group of groupsAround(model, one)) {
      if (found.has(group)) continue
      found.add(group)
      visit(group)
    }
  }
  visit(object)
  return found
}

export function everybodyInside(group: ModelGroup): Set<ModelObject> {
  const found = new Set<ModelObject>()
  const visit = ({ members }: ModelGroup): void => {
    for (const member of members) {
      if (found.has(member) || !isPresent(member)) continue
      found.add(member)
      if ('members' in member) visit(member as ModelGroup)
    }
  }
  visit(group)
  return found
}
