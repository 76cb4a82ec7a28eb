import { at, pathOf, lookAt, lookAtDeleted, restore, type Scene, type Try } from './attempt.ts'
import {
  done,
  gone,
  holderOf,
  isPresent,
  listing,
  newUser,
  passage,
  reading,
  refused,
  renaming,
  sponsorAddition,
  sponsorRemoval,
  userDeletion,
  userRestoration,
  type DirectoryModel,
  type ModelObject,
  type ModelUser,
  type Outcome,
  assignment,
  dismissal,
} from './directory-model.ts'
import { referenceTo } from './group-calls.ts'

const mostUsers = 8
const departments = ['Harbour', 'Finance', 'Legal']
const profiles = [...departments, null]
/** Few, so that people meet over a name. */
const names = ['ada', 'bo', 'cleo']

/** What can be tried with people, by name. */
export const userSteps = {
  'create user': ({ model, domain, pick }) => {
    const name = nameOf(pick, domain)
    if (model.users.length >= mostUsers) return lookAt(lookUp(model, name), `/users/${name}`)
    const user = newUser('', name, profileOf(pick))
    const body = {
      accountEnabled: true,
      ...profileOf(pick),
      mailNickname: 'person',
      userPrincipalName: name,
      passwordProfile: { password: 'Only-for-a-model-1' },
    }
    if (holderOf(model, name)) return { expected: refused, method: 'POST', path: '/users', body }
    const learn = (id: string) => model.users.push({ ...user, id })
    return { expected: { status: 201 }, method: 'POST', path: '/users', body, learn }
  },
  'change user': ({ user, pick }) => {
    const body = profileOf(pick)
    if (isPresent(user)) Object.assign(user, body)
    return { expected: isPresent(user) ? done : gone, method: 'PATCH', path: pathOf(user), body }
  },
  'give user another name': ({ model, user, domain, pick }) => {
    const userPrincipalName = nameOf(pick, domain)
    const expected = renaming(model, user, userPrincipalName)
    return { expected, method: 'PATCH', path: pathOf(user), body: { userPrincipalName } }
  },
  'delete user': ({ model, user }) => ({
    expected: userDeletion(model, user),
    method: 'DELETE',
    path: pathOf(user),
  }),
  'restore user': ({ model, user }) => restore(user, userRestoration(model, user)),
  'read user': ({ user }) => {
    const { displayName, department } = user
    const path = `${pathOf(user)}?$select=displayName,department`
    return lookAt(reading(user, { displayName, department }), path)
  },
  'look up user by name': ({ model, domain, pick }) => {
    const name = nameOf(pick, domain)
    return lookAt(lookUp(model, name), `/users/${name}`)
  },
  'list users': ({ model }) => {
    const { ids = [] } = listing(model.users)
    return lookAt({ status: 200, ids: [...ids, ...model.others] }, '/users?$top=999&$select=id')
  },
  'find users of a department': ({ model, pick }) => {
    const department = departmentOf(pick)
    const found = peopleOf(model).filter((user) => user.department === department)
    const filter = `department eq '${department}' and startsWith(displayName,'Person ')`
    return lookAt(listing(found), `/users?$filter=${filter}&$select=id`)
  },
  'find users outside a department': ({ model, pick }) => {
    const department = departmentOf(pick)
    const found = peopleOf(model).filter(
      (user) =>
        user.department !== department &&
        (user.department !== null || model.rules.negationFindsNothing),
    )
    const filter = `department ne '${department}' and startsWith(displayName,'Person ')`
    const path = `/users?$filter=${filter}&$count=true&$select=id`
    return { ...lookAt(listing(found), path), isAdvanced: true }
  },
  'list deleted users': ({ model }) => lookAtDeleted('user', model.users),
  'add sponsor': ({ guest, model, pick }) => addSponsor(guest, at(model.users, pick)),
  'add group as sponsor': ({ guest, group }) => addSponsor(guest, group),
  'remove sponsor': ({ guest, model, pick }) => removeSponsor(guest, at(model.users, pick)),
  'remove group as sponsor': ({ guest, group }) => removeSponsor(guest, group),
  'list sponsors': ({ guest }) =>
    lookAt(listing(guest.sponsors, guest), `${pathOf(guest)}/sponsors?$select=id`),
  'list whom a user sponsors': ({ model, user }) => {
    const guests = model.users.filter(({ sponsors }) => sponsors.has(user))
    return lookAt(listing(guests, user), `${pathOf(user)}/sponsorOf?$select=id`)
  },
  'give user a manager': ({ user, model, pick }) => {
    const manager = at(model.users, pick)
    const expected = assignment(user, manager)
    const path = `${pathOf(user)}/manager/$ref`
    return { expected, method: 'PUT', path, body: referenceTo(manager.id) }
  },
  'take manager from user': ({ user }) => ({
    expected: dismissal(user),
    method: 'DELETE',
    path: `${pathOf(user)}/manager/$ref`,
  }),
  'read manager': ({ user }) => {
    const { manager } = user
    const shown = manager ? reading(manager, { id: manager.id }) : gone
    return lookAt(isPresent(user) ? shown : gone, `${pathOf(user)}/manager`)
  },
  'list reports': ({ model, user }) => {
    const reports = model.users.filter(({ manager }) => manager === user)
    return lookAt(listing(reports, user), `${pathOf(user)}/directReports?$select=id`)
  },
  'let days pass': ({ model, pick }) => {
    const days = 10 + (pick % 20)
    passage(model, days)
    return { ...lookAtDeleted('user', model.users), afterDays: days }
  },
} satisfies Record<string, (scene: Scene) => Try>

function nameOf(pick: number, domain: string): string {
  return `${at(names, pick)}@${domain}`
}

function departmentOf(pick: number): string {
  return at(departments, pick)
}

function profileOf(pick: number) {
  return { displayName: `Person ${pick}`, department: at(profiles, pick) }
}

/** Whom a step has made or changed. */
function peopleOf({ users }: DirectoryModel): ModelUser[] {
  return users.filter(({ displayName }) => displayName.startsWith('Person '))
}

function lookUp(model: DirectoryModel, name: string): Outcome {
  const holder = holderOf(model, name)
  return holder ? { status: 200, shows: { id: holder.id } } : gone
}

function addSponsor(user: ModelUser, sponsor: ModelObject): Try {
  const expected = sponsorAddition(user, sponsor)
  const path = `${pathOf(user)}/sponsors/$ref`
  return { expected, method: 'POST', path, body: referenceTo(sponsor.id) }
}

function removeSponsor(user: ModelUser, sponsor: ModelObject): Try {
  const path = `${pathOf(user)}/sponsors/${sponsor.id}/$ref`
  return { expected: sponsorRemoval(user, sponsor), method: 'DELETE', path }
}
