import { Trans } from '@lingui/react'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import styles from './policy.module.css'

/** The way to what operators decide of inviting, which takes no version of the policy. */
export function InvitingCard({ slug }: { slug: string }) {
  return (
    <Card heading={<Trans id="policy.inviting" message="Inviting" />}>
      <p className={styles.note}>
        <Trans
          id="policy.inviting.text"
          message="Who else may invite, and what an invitation begins with for each kind of guest."
        />
      </p>
      <div className={styles.ways}>
        <LinkButton to={paths.inviters(slug)}>
          <Trans id="inviters.title" message="Who may invite by your word" />
        </LinkButton>
        <LinkButton to={paths.templates(slug)}>
          <Trans id="templates.title" message="Templates for invitations" />
        </LinkButton>
      </div>
    </Card>
  )
}
