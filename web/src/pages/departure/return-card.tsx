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
      <WayBack organization={organization} {...ended} />
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
