import type { LeftGuest } from '@foyer/contracts/left-guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import type { Answer } from '../../failure.ts'
import { paths } from '../../paths.ts'
import { useAnswer } from '../../ui/answer.ts'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Bone } from '../../ui/waiting.tsx'
import styles from './organization.module.css'

/** What somebody of the organization itself has to decide, before everything else. */
export function NeedsYouCard({
  organization,
  leftGuests,
}: {
  organization: OrganizationLocation
  leftGuests: Promise<Answer<readonly LeftGuest[]>>
}) {
  const { answer } = useAnswer(leftGuests)
  const guests = answer && 'value' in answer ? answer.value : undefined
  const waiting = guests?.filter(({ request }) => request?.state === 'open').length ?? 0
  return (
    <Card heading={<Trans id="needs-you.title" message="Needs you" />}>
      <p className={styles.text}>
        {guests ? (
          <Trans
            id="needs-you.text"
            message="{waiting, plural, =0 {Nobody waits for your answer.} one {One guest who left asks to come back.} other {# guests who left ask to come back.}}"
            values={{ waiting }}
          />
        ) : answer ? (
          <Trans
            id="needs-you.unknown"
            message="Whether somebody waits for your answer could not be read now."
          />
        ) : (
          <Bone width="60%" height={20} />
        )}
      </p>
      <div className={styles.links}>
        <LinkButton
          to={paths.leftGuests(organization.slug)}
          appearance={waiting > 0 ? 'primary' : 'secondary'}
        >
          {waiting > 0 ? (
            <Trans id="needs-you.look" message="Look and answer" />
          ) : (
            <Trans id="left-guests.title" message="Guests who left" />
          )}
        </LinkButton>
      </div>
    </Card>
  )
}
