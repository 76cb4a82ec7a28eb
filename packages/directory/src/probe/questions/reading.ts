import { Type } from 'typebox'
import { Check } from 'typebox/value'
import { Page, shaped } from '../graph-door.ts'
import type { Inquiry } from '../inquiry.ts'
import { NotFoundOut, type Question } from '../question.ts'
import { accountKinds, type TestGuest } from '../setting.ts'
import { getGuestObject, guestsOf, organizationOf, requireGuest } from '../test-guests.ts'

const Typed = Type.Object({ userType: Type.Optional(Type.Unknown()) })
/** Properties of a person that commonly have no value, and can be asked for by `ne`. */
const oftenEmpty = ['department', 'jobTitle', 'companyName'] as const

const guestWithInviter = 'a test guest of whom the directory tells who invited them'

/** What reading people tells, and to whom. */
export const readingQuestions: readonly Question[] = [
  {
    id: 'V-32',
    variant: 'beyondBasicProfile',
    needs: ['a test guest', 'an app that has User.ReadBasic.All and nothing else (basicReader)'],
    async ask(inquiry) {
      const guest = requireGuest(
        inquiry.setting,
        'a test guest in an organization with a basicReader',
        (one) => organizationOf(inquiry.setting, one).powers.basicReader !== undefined,
      )
      const { id } = await getGuestObject(inquiry, guest)
      const door = inquiry.graph(organizationOf(inquiry.setting, guest), 'basicReader')
      const { status, body, code } = await door.ask('GET', `/users/${id}?$select=id,userType`)
      if (status === 403) return 'refused'
      if (status !== 200) throw new NotFoundOut(`the answer is ${status} ${code}`)
      const { userType = null } = shaped(Typed, body)
      if (userType === null) return 'null'
      throw new NotFoundOut('the app sees more than the basic profile')
    },
  },
  {
    id: 'V-33',
    variant: 'negationOfNothing',
    needs: [`a test guest without one of ${oftenEmpty.join(', ')}`],
    async ask(inquiry) {
      const { guest, id, empty } = await requireEmpty(inquiry)
      const filter = encodeURIComponent(`id eq '${id}' and ${empty} ne 'Foyer probe'`)
      const path = `/users?$filter=${filter}&$count=true&$select=id`
      const door = inquiry.graph(organizationOf(inquiry.setting, guest), 'reader')
      const { body } = await door.require('GET', path, 200, { isAdvanced: true })
      return shaped(Page, body).value.length > 0 ? 'found' : 'left-out'
    },
  },
  {
    id: 'V-36',
    variant: 'inviterReply',
    needs: [guestWithInviter],
    async ask(inquiry) {
      for (const guest of guestsOf(inquiry.setting, accountKinds)) {
        const { id } = await getGuestObject(inquiry, guest)
        const door = inquiry.graph(organizationOf(inquiry.setting, guest), 'reader')
        const path = `/users/${id}/invitedBy`
        const { status, body, code } = await door.ask('GET', path, { version: 'beta' })
        if (status === 200) return Check(Page, body) ? 'list' : 'object'
        if (status !== 404) throw new NotFoundOut(`the answer is ${status} ${code}`)
      }
      throw new NotFoundOut(`needs ${guestWithInviter}`)
    },
  },
]

async function requireEmpty(
  inquiry: Inquiry,
): Promise<{ guest: TestGuest; id: string; empty: string }> {
  for (const guest of guestsOf(inquiry.setting, accountKinds)) {
    const object = await getGuestObject(inquiry, guest)
    const empty = oftenEmpty.find((name) => (object[name] ?? null) === null)
    if (empty !== undefined) return { guest, id: object.id, empty }
  }
  throw new NotFoundOut(`needs a test guest without one of ${oftenEmpty.join(', ')}`)
}
