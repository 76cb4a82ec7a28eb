import { pathOf, lookAt, lookAtDeleted, restore, type Scene, type Try } from './attempt.ts'
import {
  addition,
  done,
  everybodyInside,
  everyGroupAround,
  gone,
  groupDeletion,
  groupRestoration,
  groupsAround,
  isPresent,
  listing,
  memberRemoval,
  newGroup,
  ownerRemoval,
  reading,
  type ModelGroup,
  type ModelObject,
  type ModelUser,
} from './directory-model.ts'
import { referenceTo } from './group-calls.ts'

const mostGroups = 8

/** What can be tried with groups, by name. */
export const groupSteps = {
  'create group': ({ model, pick }) => {
    if (model.groups.length >= mostGroups) {
      return lookAt(listing(model.groups), "/groups?$filter=startsWith(displayName,'Model ')")
    }
    const isSecurity = pick % 3 > 0
    const displayName = `Model ${pick}`
    const body = {
      displayName,
      mailNickname: `model${model.groups.length}`,
      mailEnabled: !isSecurity,
      securityEnabled: isSecurity,
      groupTypes: isSecurity ? [] : ['Unified'],
    }
    const learn = (id: string) => model.groups.push(newGroup(id, displayName, isSecurity))
    return { expected: { status: 201 }, method: 'POST', path: '/groups', body, learn }
  },
  'rename group': ({ group, pick }) => {
    const displayName = `Model ${pick}`
    const expected = isPresent(group) ? done : gone
    if (isPresent(group)) group.displayName = displayName
    return { expected, method: 'PATCH', path: pathOf(group), body: { displayName } }
  },
  'delete group': ({ model, group }) => ({
    expected: groupDeletion(model, group),
    method: 'DELETE',
    path: pathOf(group),
  }),
  'restore group': ({ group }) => restore(group, groupRestoration(group)),
  'read group': ({ group }) =>
    lookAt(reading(group, { displayName: group.displayName }), pathOf(group)),
  'list deleted groups': ({ model }) => lookAtDeleted('group', model.groups),
  'add member': ({ group, user }) => addTo(group, 'members', user),
  'add owner': ({ group, user }) => addTo(group, 'owners', user),
  'add group to group': ({ group, inner }) => addTo(group, 'members', inner),
  'add group as owner': ({ group, inner }) => addTo(group, 'owners', inner),
  'remove member': ({ group, user }) => removeMember(group, user),
  'remove group from group': ({ group, inner }) => removeMember(group, inner),
  'remove owner': ({ group, user }) => ({
    expected: ownerRemoval(group, user),
    method: 'DELETE',
    path: `${pathOf(group)}/owners/${user.id}/$ref`,
  }),
  'list members': ({ group }) =>
    lookAt(listing(group.members, group), `${pathOf(group)}/members?$select=id`),
  'list transitive members': ({ group }) => {
    const inside = listing(everybodyInside(group), group)
    return lookAt(inside, `${pathOf(group)}/transitiveMembers?$select=id`)
  },
  'list owners': ({ group }) =>
    lookAt(listing(group.owners, group), `${pathOf(group)}/owners?$select=id`),
  'list groups of user': ({ model, user }) =>
    lookAt(listing(groupsAround(model, user), user), `${pathOf(user)}/memberOf?$select=id`),
  'list transitive groups of user': ({ model, user }) => {
    const around = listing(everyGroupAround(model, user), user)
    return lookAt(around, `${pathOf(user)}/transitiveMemberOf?$select=id`)
  },
  'get groups of user by id': ({ model, user }) => {
    const expected = listing(everyGroupAround(model, user), user)
    const path = `${pathOf(user)}/getMemberGroups`
    return { expected, method: 'POST', path, body: { securityEnabledOnly: false } }
  },
  'get objects by id': ({ model }) => {
    const objects = [...model.users, ...model.groups]
    const body = { ids: objects.map(({ id }) => id) }
    return { expected: listing(objects), method: 'POST', path: '/directoryObjects/getByIds', body }
  },
  'list groups of group': ({ model, group }) =>
    lookAt(listing(groupsAround(model, group), group), `${pathOf(group)}/memberOf?$select=id`),
  'list transitive groups of group': ({ model, group }) => {
    const around = listing(everyGroupAround(model, group), group)
    return lookAt(around, `${pathOf(group)}/transitiveMemberOf?$select=id`)
  },
} satisfies Record<string, (scene: Scene) => Try>

function addTo(
  group: ModelGroup,
  relation: 'members' | 'owners',
  member: ModelUser | ModelGroup,
): Try {
  const expected = addition(group, relation, member)
  const path = `${pathOf(group)}/${relation}/$ref`
  return { expected, method: 'POST', path, body: referenceTo(member.id) }
}

function removeMember(group: ModelGroup, member: ModelObject): Try {
  const path = `${pathOf(group)}/members/${member.id}/$ref`
  return { expected: memberRemoval(group, member), method: 'DELETE', path }
}
