import { ClockRegular } from '@fluentui/react-icons/headless/svg/clock'
import type { OpenedInvitation } from '@foyer/contracts/invitation-link'
import { Trans, useLingui } from '@lingui/react'
import { useId } from 'react'
import { formatDay } from '../language/dates.ts'
import { isMailAddress, mailTo } from '../ui/mail-to.ts'
import { OutsideWords } from '../ui/outside-words.tsx'
import styles from './invitation.module.css'
import type { Offer } from './letter.tsx'

/** How long there is time, what happens without an answer, and whom to tell that something is wrong. */
export function OpenUntilCard({
  invitation: { openUntil, state, organization },
  offer: { invitedBy },
}: {
  invitation: OpenedInvitation
  offer: Offer
}) {
  const { i18n } = useLingui()
  const id = useId()
  const told = [organization.privacyContact, invitedBy.mail].find(
    (contact) => contact !== undefined && isMailAddress(contact),
  )
  return (
    <section className={styles.card} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        <ClockRegular />
        <span>
          {' '}
          <Trans
            id="until.title"
            message="Open until {day}"
            values={{ day: formatDay(i18n, openUntil) }}
          />
        </span>{' '}
      </h2>
      {state === 'open' ? (
        <p className={styles.note}>
          <Trans
            id="until.works-once"
            message="Works once. If you do nothing, it closes by itself and nobody becomes a guest."
          />
        </p>
      ) : null}
      <details className={styles.more}>
        <summary>
          <Trans id="until.differs" message="The code differs" />
        </summary>
        <p className={styles.note}>
          {told === undefined ? (
            <Trans
              id="until.differs.call"
              message="Then accept nothing. Tell {inviter}, by a number you already have."
              values={{ inviter: <bdi>{invitedBy.name}</bdi> }}
            />
          ) : (
            <Trans
              id="until.differs.mail"
              message="Then accept nothing. Write to <0>{told}</0>, or tell {inviter} by a number you already have."
              values={{ inviter: <bdi>{invitedBy.name}</bdi>, told: <bdi>{told}</bdi> }}
              components={{
                0: <OutsideWords href={mailTo(told)} />,
              }}
            />
          )}
        </p>
      </details>
    </section>
  )
}
