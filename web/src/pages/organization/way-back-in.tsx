import type { Me } from '@foyer/contracts/me'
import { Trans } from '@lingui/react'
import styles from './losses.module.css'

/** Who can put somebody back into a group that they left. */
export function WayBackIn({ me }: { me: Me }) {
  const [sponsor] = me.sponsors
  return (
    <div>
      <h3 className={styles.wayBack}>
        <Trans id="losses.back.title" message="The way back" />
      </h3>
      <p className={styles.small}>
        {sponsor ? (
          <Trans
            id="losses.back.sponsor"
            message="Foyer cannot put you back. Ask {name} or an owner of the group to add you again."
            values={{ name: <bdi>{sponsor.name}</bdi> }}
          />
        ) : (
          <Trans
            id="losses.back"
            message="Foyer cannot put you back. Ask an owner of the group to add you again."
          />
        )}{' '}
        <Trans
          id="losses.open-sessions"
          message="What you have open now can stay open for up to 90 minutes."
        />
      </p>
    </div>
  )
}
