import { Button } from '@fluentui/react-components'
import { MailRegular } from '@fluentui/react-icons/svg/mail'
import { Trans } from '@lingui/react'
import type { DepartureReceipt } from '../../session/departures.ts'
import { Card } from '../../ui/card.tsx'
import { mailTo } from '../../ui/mail-to.ts'
import styles from './departed-page.module.css'
import { WayBack } from './way-back.tsx'

/** Until when a departure can be undone, and by whom. */
export function ReturnCard({
  receipt: {
    organization,
    leaver: { contacts },
    ended,
  },
}: {
  receipt: DepartureReceipt
}) {
  return (
    <Card heading={<Trans id="departed.back" message="Changed your mind?" />}>
      {ended ? (
        <WayBack organization={organization} {...ended} />
      ) : (
        <p className={styles.note}>
          <Trans
            id="departed.back.undated"
            message="{name} no longer knows this account. For 30 days an administrator can bring it back, unless one deletes it earlier."
            values={{ name: <bdi>{organization}</bdi> }}
          />
        </p>
      )}
      <ul className={styles.contacts}>
        {contacts.map(({ name, mail }) => (
          <li key={mail}>
            <Button as="a" href={mailTo(mail)} icon={<MailRegular />}>
              <span>
                <Trans
                  id="departed.ask"
                  message="Ask {name} to bring you back"
                  values={{ name: <bdi>{name}</bdi> }}
                />
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
