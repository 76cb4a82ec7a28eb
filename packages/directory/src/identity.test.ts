import { expect, test } from 'vitest'
import {
  addable,
  deletable,
  identityNames,
  identityOf,
  maySend,
  powersOf,
  powersOfOperator,
} from './identity.ts'
import { invitationBody } from './invitation.ts'
import { mailboxUrl } from './mailbox-url.ts'
import { personUrl, restorationUrl, sponsorsUrl } from './person-url.ts'
import { guid, memberReference, membersUrl, sponsorReference } from './reference-url.ts'
import { resetBody } from './sign-in-reset.ts'
import type { GroupId, PersonId } from '@foyer/contracts/ids'

const groupId = '0f1d2c3b-0000-4000-8000-00000000000a' as GroupId
const personId = '0f1d2c3b-0000-4000-8000-00000000000b' as PersonId
const mailbox = mailboxUrl('guests@contoso.com')
const ofMember = `/v1.0${memberReference(groupId, personId)}`
const ofPerson = `/v1.0${personUrl(personId)}`

test('only the grouper deletes a membership, and only the keeper a person', () => {
  expect(identityNames.filter((name) => deletable[name].test(ofMember))).toEqual(['grouper'])
  expect(identityNames.filter((name) => deletable[name].test(ofPerson))).toEqual(['keeper'])
  expect(identityOf.removePerson).toBe('keeper')
  expect(identityOf.removeMember).toBe('grouper')
})

test('only the keeper takes a sponsor away, and by that nobody else', () => {
  const ofSponsor = `/v1.0${sponsorReference(personId, groupId)}`
  expect(identityNames.filter((name) => deletable[name].test(ofSponsor))).toEqual(['keeper'])
  const whole = ofSponsor.replace('/$ref', '')
  expect(identityNames.filter((name) => deletable[name].test(whole))).toEqual([])
  expect(identityOf.removeSponsor).toBe('keeper')
})

test('only the keeper brings people back, and gives them sponsors', () => {
  for (const url of [restorationUrl(personId), sponsorsUrl(personId)]) {
    expect(identityNames.filter((name) => addable[name].test(`/v1.0${url}`))).toEqual(['keeper'])
  }
  expect([identityOf.restorePerson, identityOf.addSponsor]).toEqual(['keeper', 'keeper'])
})

test.each([
  ['the member instead of the membership', ofMember.replace('/$ref', '')],
  ['a sponsor of a person', `${ofPerson}/sponsors/${personId}`],
  ['all people', '/v1.0/users/'],
  ['a person for ever', `/v1.0/directory/deletedItems/${personId}`],
  ['a person by name', '/v1.0/users/grace@adatum.com'],
  ['a person in the beta', ofPerson.replace('v1.0', 'beta')],
  ['a person behind another segment', `${ofPerson}/../${personId}`],
  ['a group', `/v1.0/groups/${groupId}`],
  ['an owner', `/v1.0/groups/${groupId}/owners/${personId}/$ref`],
])('no identity deletes %s', (_, path) => {
  expect(identityNames.filter((name) => deletable[name].test(path))).toEqual([])
})

test.each([
  ['POST', '/v1.0/users'],
  ['POST', `/v1.0/groups/${groupId}/members`],
  ['POST', '/v1.0/invitations'],
  ['POST', '/beta/invitations'],
  ['POST', `/v1.0/groups/${groupId}/owners/$ref`],
  ['POST', `/v1.0/users/${personId}/sponsors`],
  ['POST', `/v1.0/users/${personId}/manager/$ref`],
  ['POST', `/beta/directory/deletedItems/${personId}/restore`],
  ['POST', `/v1.0/directory/deletedItems/${personId}/restore/`],
  ['POST', '/v1.0/subscriptions/'],
  ['PATCH', ofPerson],
  ['PATCH', '/v1.0/subscriptions'],
  ['PATCH', `/v1.0/subscriptions/../users/${personId}`],
  ['PUT', `/v1.0/subscriptions/${personId}`],
])('no identity sends %s %s', (method, path) => {
  for (const name of identityNames) {
    expect(maySend(method, path, powersOf(name, undefined))).toBe(false)
    expect(maySend(method, path, powersOf(name, mailbox))).toBe(false)
  }
})

test('only the grouper puts people into groups', () => {
  const path = `/v1.0${membersUrl(groupId)}`
  expect(identityNames.filter((name) => addable[name].test(path))).toEqual(['grouper'])
})

test('only the inviter invites, guests alone, and resets nothing', () => {
  const may = (body: object | undefined) =>
    identityNames.filter((name) =>
      maySend('POST', '/v1.0/invitations', powersOf(name, undefined), body && JSON.stringify(body)),
    )
  const plain = invitationBody(
    {
      mail: 'mei@gmail.example',
      name: 'Mei',
      redirectUrl: 'https://x.example',
      sponsorId: personId,
    },
    undefined,
  )
  expect(may(plain)).toEqual(['inviter'])
  for (const more of [
    { resetRedemption: true },
    { invitedUserType: 'Member' },
    { sendInvitationMessage: true },
    { invitedUserMessageInfo: {} },
  ]) {
    expect(may({ ...plain, ...more })).toEqual([])
  }
  expect(may(undefined)).toEqual([])
})

test('only the mailer sends mails, from its own mailbox, and it writes nothing else', () => {
  const address = '/v1.0/users/guests%40contoso.com/sendMail'
  expect(maySend('POST', address, powersOf('mailer', mailbox))).toBe(true)
  expect(maySend('POST', address, powersOf('mailer', undefined))).toBe(false)
  for (const other of [
    address.replace('guests', 'sam'),
    `${address}/`,
    '/v1.0/me/sendMail',
    '/v1.0/$batch',
    '/v1.0/subscriptions',
  ]) {
    expect(maySend('POST', other, powersOf('mailer', mailbox))).toBe(false)
  }
  expect(maySend('PATCH', address, powersOf('mailer', mailbox))).toBe(false)
})

test('only the keeper changes a person, and of them only whether they may sign in', () => {
  const block = '{"accountEnabled":false}'
  const may = (path: string, body?: string) =>
    identityNames.filter((name) => maySend('PATCH', path, powersOf(name, undefined), body))
  expect(may(ofPerson, block)).toEqual(['keeper'])
  expect(may(ofPerson, '{"accountEnabled":true}')).toEqual(['keeper'])
  for (const body of [undefined, '{}', '{"accountEnabled":false,"mail":"mei@gmail.example"}']) {
    expect(may(ofPerson, body)).toEqual([])
  }
  for (const other of [
    `${ofPerson}/`,
    `${ofPerson}/manager`,
    '/v1.0/me',
    ofPerson.replace('v1.0', 'beta'),
  ]) {
    expect(may(other, block)).toEqual([])
  }
})

test.each([
  '',
  '.',
  '..',
  'grace@adatum.com',
  `${personId}/`,
  `${personId}?$select=id`,
  `a${personId}`,
])('%j becomes no part of an address', (id) => {
  expect(() => guid(id)).toThrow(TypeError)
  expect(() => personUrl(id as PersonId)).toThrow(TypeError)
})

test('an operator sets back the sign-in of one guest, by two requests, and reads nothing', () => {
  const may = (method: string, path: string, body?: object) =>
    maySend(method, path, powersOfOperator(personId), body && JSON.stringify(body))
  const reset = {
    ...resetBody({ guestId: personId, mail: 'omar@haddad.example', redirectUrl: 'https://foyer' }),
  }
  expect(may('POST', '/v1.0/invitations', reset)).toBe(true)
  expect(may('PATCH', ofPerson, { otherMails: ['omar@haddad.example'] })).toBe(true)
  for (const [method, path, body] of [
    ['GET', ofPerson, undefined],
    ['GET', '/v1.0/users', undefined],
    ['DELETE', ofPerson, undefined],
    ['DELETE', ofPerson, { otherMails: [] }],
    ['PATCH', ofPerson.replace(personId, groupId), { otherMails: [] }],
    ['PATCH', ofPerson, { otherMails: [], accountEnabled: true }],
    ['PATCH', ofPerson, { mail: 'omar@haddad.example' }],
    ['PATCH', ofPerson, {}],
    ['POST', '/beta/invitations', reset],
    ['POST', '/v1.0/$batch', reset],
    ['POST', '/v1.0/invitations', { ...reset, resetRedemption: false }],
    ['POST', '/v1.0/invitations', { ...reset, sendInvitationMessage: true }],
    ['POST', '/v1.0/invitations', { ...reset, invitedUserType: 'Member' }],
    ['POST', '/v1.0/invitations', { ...reset, invitedUser: { id: groupId } }],
    ['POST', '/v1.0/invitations', undefined],
  ] as const) {
    expect(may(method, path, body), `${method} ${path}`).toBe(false)
  }
})
