import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import { type GraphDoor, shaped } from '../graph-door.ts'
import type { Inquiry } from '../inquiry.ts'
import { NotFoundOut, type Question } from '../question.ts'
import type { Arrival } from '../sign-ins.ts'
import { getGuestObject, organizationOf, requireStranger } from '../test-guests.ts'
import { disposableGuestOf } from './disposable-guest.ts'
import { bringRuleBack, setRuleForNow } from './invitation-rule.ts'

const Invitation = Type.Object({
  inviteRedeemUrl: Type.String(),
  invitedUser: Type.Object({ id: Type.String() }),
})
const State = Type.Object({ externalUserState: Type.String() })

/** Who may invite, and whose an invitation is. */
export const invitationQuestions: readonly Question[] = [
  {
    // Asked with a second invitation for somebody who has taken up theirs, which changes nothing.
    id: 'V-10',
    variant: 'invitationsByApps',
    needs: [
      'a test guest who may be deleted',
      'the operator: User.Invite.All and Policy.ReadWrite.Authorization',
      'an hour',
    ],
    changes:
      'lets nobody but administrators and inviters invite for an hour, and invites a test guest again',
    isExclusive: true,
    async ask(inquiry) {
      const guest = disposableGuestOf(inquiry)
      const door = inquiry.graph(organizationOf(inquiry.setting, guest), 'operator')
      const { id } = await getGuestObject(inquiry, guest)
      await setRuleForNow(inquiry, door, 'adminsAndGuestInviters')
      const { status, code } = await invite(inquiry, door, guest.mail, { invitedUser: { id } })
      if (status === 201) return 'allowed'
      if (status === 403) return 'refused'
      throw new NotFoundOut(`the invitation was answered ${status} ${code}`)
    },
    async cleanUp(inquiry) {
      const organization = organizationOf(inquiry.setting, disposableGuestOf(inquiry))
      await bringRuleBack(inquiry, inquiry.graph(organization, 'operator'))
    },
  },
  {
    id: 'V-18',
    variant: 'redeemedByAnother',
    needs: [
      'a test guest with a work account, and a second organization where it is nobody',
      'the operator there: User.Invite.All, User.ReadWrite.All and Policy.ReadWrite.Authorization',
    ],
    changes:
      'invites an address that nobody has, lets a test guest open the link, and deletes what came of it',
    isExclusive: true,
    async ask(inquiry) {
      const { guest, elsewhere } = await strangerOf(inquiry)
      const door = inquiry.graph(elsewhere, 'operator')
      const state = await inquiry.step('state', async () => randomUUID())
      const invited = await inquiry.step('invitation', async () => inviteNobody(inquiry, state))
      const { came }: Arrival = await inquiry.step('visit', async () =>
        inquiry.signIns.open(guest, invited.link, state),
      )
      const path = `/users/${invited.id}?$select=externalUserState`
      const { body } = await door.require('GET', path, 200)
      const { externalUserState } = shaped(State, body)
      if (externalUserState === 'Accepted') return 'binds-that-account'
      if (came === 'to-a-page') return 'refused'
      throw new NotFoundOut(`the invitation led back and is still ${externalUserState}`)
    },
    async cleanUp(inquiry) {
      const invited = inquiry.recorded('invitation') as { id: string } | undefined
      const isChanged = invited !== undefined || inquiry.recorded('rule of before') !== undefined
      if (!isChanged) return
      const { elsewhere } = await strangerOf(inquiry)
      const door = inquiry.graph(elsewhere, 'operator')
      if (invited) await door.require('DELETE', `/users/${invited.id}`, 204)
      await bringRuleBack(inquiry, door)
    },
  },
]

/** Looked for once: afterwards the guest may be somebody there. */
async function strangerOf(inquiry: Inquiry) {
  const { mail, slug } = await inquiry.step('stranger', async () => {
    const { guest, elsewhere } = await requireStranger(inquiry)
    return { mail: guest.mail, slug: elsewhere.slug }
  })
  const { guests, organizations } = inquiry.setting
  const guest = guests.find((one) => one.mail === mail)
  const elsewhere = organizations.find((one) => one.slug === slug)
  if (!guest || !elsewhere) throw new NotFoundOut(`needs ${mail} and ${slug}, as before`)
  return { guest, elsewhere }
}

/** No mail is sent. Where the rule keeps apps from inviting, it is lifted for that time. */
async function inviteNobody(
  inquiry: Inquiry,
  state: string,
): Promise<{ id: string; link: string }> {
  const { elsewhere } = await strangerOf(inquiry)
  const door = inquiry.graph(elsewhere, 'operator')
  const mail = `foyer-probe-${state}@example.com`
  const redirect = new URL(inquiry.setting.redirectUri)
  redirect.searchParams.set('state', state)
  const more = { inviteRedirectUrl: redirect.href, invitedUserDisplayName: 'Foyer probe' }
  let reply = await invite(inquiry, door, mail, more)
  if (reply.status === 403) {
    await setRuleForNow(inquiry, door, 'everyone')
    reply = await invite(inquiry, door, mail, more)
  }
  if (reply.status !== 201) throw new NotFoundOut(`the invitation was answered ${reply.status}`)
  const { inviteRedeemUrl, invitedUser } = shaped(Invitation, reply.body)
  return { id: invitedUser.id, link: inviteRedeemUrl }
}

async function invite({ setting }: Inquiry, door: GraphDoor, mail: string, more: object) {
  return door.ask('POST', '/invitations', {
    body: {
      invitedUserEmailAddress: mail,
      inviteRedirectUrl: setting.redirectUri,
      ...more,
    },
  })
}
