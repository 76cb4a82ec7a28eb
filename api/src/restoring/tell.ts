import type { Transaction } from 'kysely'
import type { EndSetting } from '../leaving/end.ts'
import type { LeavingWords } from '../leaving/leaving.ts'
import { postMail } from '../mail/post.ts'
import type { Tables } from '../store/tables.ts'
import type { ReturnEnd } from './end.ts'
import type { RestorationRow } from './restoration.ts'

/** Tells the guest how it ended and, where they are back, those who vouched for them. */
export async function tellOfReturn(
  transaction: Transaction<Tables>,
  { organizationId, restorationId, leavingId, guestId, language, grantedBy }: RestorationRow,
  { guest, organization, told }: LeavingWords,
  end: ReturnEnd,
  { now, organizationLanguage }: EndSetting,
): Promise<void> {
  const about = { organizationId, guestId, at: now }
  // Whom somebody else has brought back is given what they wanted.
  if (guest.mail && !(end.state === 'refused' && end.because === 'there-again')) {
    const named = { name: guest.name, organization, leavingId }
    await postMail(transaction, {
      ...about,
      key: `restoration:${restorationId}:${end.state}:guest`,
      to: guest.mail,
      language,
      content:
        end.state === 'done'
          ? {
              template: 'returned',
              ...named,
              lostSponsors: end.lostSponsors,
              lostGroups: end.lostGroups,
              isGranted: grantedBy !== null,
            }
          : { template: 'return-ended', ...named, outcome: end.state, because: end.because },
    })
  }
  if (end.state !== 'done') return
  for (const { name, mail } of told) {
    await postMail(transaction, {
      ...about,
      key: `restoration:${restorationId}:told:${mail.toLowerCase()}`,
      to: mail,
      language: organizationLanguage,
      content: {
        template: 'guest-returned',
        name,
        guest: guest.name,
        organization,
        isSponsorLost: end.lostSponsors > 0,
        keptGroups: end.keptGroups,
      },
    })
  }
}
