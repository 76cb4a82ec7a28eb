import { NotFoundOut, type Question } from '../question.ts'
import { nameOf } from '../sign-ins.ts'
import { getGuestObject, organizationOf, requireGuest, requireStranger } from '../test-guests.ts'

/** How sign-in refuses those whom an organization does not let in. */
export const refusalQuestions: readonly Question[] = [
  {
    id: 'V-03',
    variant: 'noGuestHere',
    needs: ['a test guest with a work account, and a second organization where it is nobody'],
    async ask(inquiry) {
      const { guest, elsewhere } = await requireStranger(inquiry)
      const { refreshToken } = await inquiry.signIns.get(guest)
      const answer = await inquiry.signIns.refresh(elsewhere, refreshToken)
      if ('tokens' in answer) throw new NotFoundOut(`${guest.mail} is let in at ${elsewhere.slug}`)
      const { error, codes } = answer.refusal
      const isKnown = ['invalid_grant', 'interaction_required'].includes(error)
      if (isKnown && codes.includes(50020)) return error
      throw new NotFoundOut(`the refusal is ${error}, ${nameOf(answer.refusal)}`)
    },
  },
  {
    id: 'V-09',
    variant: 'silentErrors',
    needs: ['a test guest with a work account, and a second organization where it is nobody'],
    async ask(inquiry) {
      const { guest, elsewhere } = await requireStranger(inquiry)
      // Without a session at home the answer would be that, and say nothing of the organization.
      await inquiry.signIns.get(guest)
      const arrival = await inquiry.signIns.askSilently(guest, elsewhere)
      if (arrival.came === 'to-a-page') {
        if (arrival.code === '50020') return 'page'
        throw new NotFoundOut(`prompt=none leads to a page with AADSTS${arrival.code}`)
      }
      const { error = 'no error', error_description: words = '' } = arrival.parameters
      if (words.includes('AADSTS50020')) return 'returned'
      throw new NotFoundOut(`prompt=none brings back ${error}`)
    },
  },
  {
    id: 'V-11',
    variant: 'personalAccounts',
    needs: ['a test guest with a personal Microsoft account'],
    async ask({ setting, signIns }) {
      const guest = requireGuest(
        setting,
        'a test guest with a personal Microsoft account',
        ({ kind, isDisposable }) => kind === 'microsoft' && !isDisposable,
      )
      try {
        await signIns.get(guest)
        return 'accepted'
      } catch (error) {
        if (error instanceof NotFoundOut && /AADSTS500200\b/.test(error.message)) return 'refused'
        throw error
      }
    },
  },
  {
    id: 'V-22',
    variant: 'pendingGuest',
    needs: [
      'a test guest with a work account who has not taken up the invitation to one organization and is a guest of another',
    ],
    async ask(inquiry) {
      const { setting, signIns } = inquiry
      const reason =
        'a work account with an invitation that is not taken up at one organization, and a guest of another'
      for (const invited of setting.guests.filter(({ kind }) => kind === 'work')) {
        const { externalUserState } = await getGuestObject(inquiry, invited)
        if (externalUserState !== 'PendingAcceptance') continue
        const elsewhere = requireGuest(
          setting,
          reason,
          ({ mail, organization }) =>
            mail === invited.mail && organization !== invited.organization,
        )
        const { refreshToken } = await signIns.get(elsewhere)
        const answer = await signIns.refresh(organizationOf(setting, invited), refreshToken)
        if ('tokens' in answer) throw new NotFoundOut('whoever is invited is let in silently')
        const { error, codes } = answer.refusal
        if (codes.includes(65001)) return '65001'
        if (error === 'interaction_required') return 'interaction_required'
        if (codes.includes(50014)) return '50014'
        throw new NotFoundOut(`the refusal is ${error}, ${nameOf(answer.refusal)}`)
      }
      throw new NotFoundOut(`needs ${reason}`)
    },
  },
]
