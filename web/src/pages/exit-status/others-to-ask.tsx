import { Button } from '@fluentui/react-components'
import { MailRegular } from '@fluentui/react-icons/svg/mail'
import type { ExitStatus } from '@foyer/contracts/exit-request'
import { Trans } from '@lingui/react'
import { Card } from '../../ui/card.tsx'
import { isMailAddress, mailTo } from '../../ui/mail-to.ts'
import styles from '../exit/exit.module.css'

/** Whom else one can ask where the organization did not answer, or said no. */
export function OthersToAsk({ status: { organization, privacyContact } }: { status: ExitStatus }) {
  const name = <bdi>{organization.name}</bdi>
  const hasAddress = privacyContact !== undefined && isMailAddress(privacyContact)
  return (
    <Card heading={<Trans id="exit-status.others" message="Whom else you can ask" />}>
      <ul className={styles.ways}>
        <li>
          {privacyContact ? (
            <Trans
              id="exit-status.contact"
              message="<0>The privacy contact</0> of {name}: {contact}"
              values={{ name, contact: <bdi>{privacyContact}</bdi> }}
              components={{ 0: <strong /> }}
            />
          ) : (
            <Trans
              id="exit-status.no-contact"
              message="<0>Whoever invited you</0>, or the help desk of {name}: it names no privacy contact."
              values={{ name }}
              components={{ 0: <strong /> }}
            />
          )}
        </li>
        <li>
          <Trans
            id="exit-status.authority"
            message="<0>The data protection authority</0> of your country. You can complain there, which costs nothing. Give it the days below."
            components={{ 0: <strong /> }}
          />
        </li>
      </ul>
      {hasAddress ? (
        <div className={styles.acts}>
          <Button as="a" href={mailTo(privacyContact)} icon={<MailRegular />}>
            <Trans id="departure.write" message="Write to the privacy contact" />
          </Button>
        </div>
      ) : null}
    </Card>
  )
}
