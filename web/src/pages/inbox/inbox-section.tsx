import { Trans } from '@lingui/react'
import { PlaceSection } from '../place-section/place-section.tsx'
import styles from './inbox.module.css'
import type { Inbox } from './inbox-loader.ts'
import { InvitedRow } from './invited-row.tsx'

/** What one organization says is invited of one account. */
export function InboxSection({ inbox, seenAs }: { inbox: Inbox; seenAs: string | undefined }) {
  const { organization, mark } = inbox
  const name = <bdi>{organization.name}</bdi>
  return (
    <PlaceSection
      organization={organization}
      seenAs={seenAs}
      read={inbox.invitations}
      signIn={
        <Trans
          id="inbox.sign-in"
          message="{name} shows your invitations once you have signed in there."
          values={{ name }}
        />
      }
    >
      {(invitations) =>
        invitations.length === 0 ? (
          <p className={styles.empty}>
            <Trans
              id="inbox.empty"
              message="No invitation of {name} waits for you."
              values={{ name }}
            />
          </p>
        ) : (
          <ul className={styles.list}>
            {invitations.map((invitation) => (
              <InvitedRow
                key={`${invitation.invitationId} ${invitation.state}`}
                organization={organization}
                mark={mark}
                invitation={invitation}
              />
            ))}
          </ul>
        )
      }
    </PlaceSection>
  )
}
