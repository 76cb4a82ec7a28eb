import { describe, expect, it } from 'vitest'
import { list, withSimulator } from './world.ts'

const world = withSimulator()

async function groupId(name: string, person: string): Promise<string> {
  const token = await world.toolToken('contoso')
  for (const relation of ['transitiveMemberOf', 'ownedObjects']) {
    const { body } = await world.graph(token, `/v1.0/users/${world.userId(person)}/${relation}`)
    const group = list(body).find((one) => one['displayName'] === name)
    if (group) return String(group['id'])
  }
  throw new Error(`${person} is not in ${name}`)
}

async function remove(name: string, person: string, identity: 'grouper' | 'keeper' = 'grouper') {
  const path = `/v1.0/groups/${await groupId(name, person)}/members/${world.userId(person)}/$ref`
  return world.graph(await world.appToken('contoso', identity), path, { method: 'DELETE' })
}

async function isMember(name: string, person: string): Promise<boolean> {
  return groupId(name, person).then(
    () => true,
    () => false,
  )
}

describe('the grouper takes Grace out of Harbour Drawings', () => {
  it('and with it out of Harbour Reviewers, but she stays in the directory', async () => {
    const answer = await remove('Harbour Drawings', 'Grace Adeyemi')
    expect(answer.status).toBe(204)
    expect(answer.text).toBe('')
    expect(await isMember('Harbour Drawings', 'Grace Adeyemi')).toBe(false)
    expect(await isMember('Harbour Reviewers', 'Grace Adeyemi')).toBe(false)
    const reader = await world.appToken('contoso', 'reader')
    const path = `/v1.0/users/${world.userId('Grace Adeyemi')}`
    expect((await world.graph(reader, path)).status).toBe(200)
  })

  it('and the world notes who did it', async () => {
    await remove('Harbour Drawings', 'Grace Adeyemi')
    const effects = JSON.parse((await world.send('/simulator/effects')).text) as object[]
    expect(effects).toMatchObject([
      {
        organization: 'contoso',
        by: { kind: 'app', name: 'Foyer grouper' },
        what: 'member-removed',
        targets: { memberId: world.userId('Grace Adeyemi') },
      },
    ])
  })

  it('twice: the second time there is no such reference', async () => {
    const path = `/v1.0/groups/${await groupId('Harbour Drawings', 'Grace Adeyemi')}/members/${world.userId('Grace Adeyemi')}/$ref`
    const token = await world.appToken('contoso', 'grouper')
    await world.graph(token, path, { method: 'DELETE' })
    const again = await world.graph(token, path, { method: 'DELETE' })
    expect(again.status).toBe(400)
    expect(again.text).toContain(
      "One or more removed object references do not exist for the following modified properties: 'members'.",
    )
  })
})

describe('groups that no app may change like this', () => {
  it.each([
    ['All Partners', 'Grace Adeyemi', 403, 'Insufficient privileges'],
    ['Report Readers', 'Priya Raman', 403, 'Insufficient privileges'],
    ['Board Papers', 'Omar Haddad', 403, 'restricted management administrative unit'],
    ['Site Access East', 'Grace Adeyemi', 400, 'on-premises mastered'],
    ['Site Safety', 'Omar Haddad', 400, 'mail-enabled security groups'],
    ['Contoso Announcements', 'Omar Haddad', 400, 'distribution list'],
  ])('%s of %s', async (name, person, status, text) => {
    const answer = await remove(name, person)
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(text)
    expect(await isMember(name, person)).toBe(true)
  })

  it('any, by an identity without the power', async () => {
    expect((await remove('Harbour Drawings', 'Grace Adeyemi', 'keeper')).status).toBe(403)
  })

  it('one that does not exist', async () => {
    const path = `/v1.0/groups/00000000-0000-4000-8000-000000000000/members/${world.userId('Grace Adeyemi')}/$ref`
    const token = await world.appToken('contoso', 'grouper')
    expect((await world.graph(token, path, { method: 'DELETE' })).status).toBe(404)
  })
})

describe('without $ref', () => {
  const withoutRef = async (token: string) => {
    const group = await groupId('Harbour Drawings', 'Grace Adeyemi')
    const path = `/v1.0/groups/${group}/members/${world.userId('Grace Adeyemi')}`
    return world.graph(token, path, { method: 'DELETE' })
  }

  it('an app that may delete users deletes the user', async () => {
    expect((await withoutRef(await world.toolToken('contoso'))).status).toBe(204)
    const path = `/v1.0/users/${world.userId('Grace Adeyemi')}`
    const reader = await world.appToken('contoso', 'reader')
    expect((await world.graph(reader, path)).status).toBe(404)
  })

  it('the grouper deletes nobody', async () => {
    expect((await withoutRef(await world.appToken('contoso', 'grouper'))).status).toBe(403)
    expect(await isMember('Harbour Drawings', 'Grace Adeyemi')).toBe(true)
  })
})

describe('adding', () => {
  const add = async (group: string, person: string, body?: object) => {
    const token = await world.appToken('contoso', 'grouper')
    const id = world.userId(person)
    return world.graph(token, `/v1.0/groups/${group}/members/$ref`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(
        body ?? { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${id}` },
      ),
    })
  }

  it('Bea to Harbour Drawings, once', async () => {
    const group = await groupId('Harbour Drawings', 'Grace Adeyemi')
    expect((await add(group, 'Bea Novotna')).status).toBe(204)
    expect(await isMember('Harbour Drawings', 'Bea Novotna')).toBe(true)
    const again = await add(group, 'Bea Novotna')
    expect(again.status).toBe(400)
    expect(again.text).toContain('One or more added object references already exist')
  })

  it('nobody, and nothing that is no reference', async () => {
    const group = await groupId('Harbour Drawings', 'Grace Adeyemi')
    const nobody = 'https://graph.microsoft.com/v1.0/users/00000000-0000-4000-8000-000000000000'
    expect((await add(group, 'Bea Novotna', { '@odata.id': nobody })).status).toBe(404)
    expect((await add(group, 'Bea Novotna', {})).status).toBe(400)
    const token = await world.appToken('contoso', 'grouper')
    const withoutRef = await world.graph(token, `/v1.0/groups/${group}/members`, { method: 'POST' })
    expect(withoutRef.text).toContain('Write requests are only supported on contained entities')
  })
})

describe('the last owner', () => {
  it('cannot be taken away, one of two can', async () => {
    const tool = await world.toolToken('contoso')
    const takeOwner = async (group: string, person: string) =>
      world.graph(tool, `/v1.0/groups/${group}/owners/${world.userId(person)}/$ref`, {
        method: 'DELETE',
      })
    const last = await takeOwner(await groupId('Supplier Forum', 'Grace Adeyemi'), 'Grace Adeyemi')
    expect(last.status).toBe(400)
    expect(last.text).toContain('The group must have at least one owner')
    const quality = await groupId('Supplier Quality', 'Omar Haddad')
    expect((await takeOwner(quality, 'Omar Haddad')).status).toBe(204)
  })
})
