import { Button } from '@fluentui/react-components'
import { MailRegular } from '@fluentui/react-icons/svg/mail'
import type { Me } from '@foyer/contracts/me'
import { Trans } from '@lingui/react'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { OutsideLink } from '../../ui/outside-link.tsx'
import { isMailAddress, mailTo } from '../../ui/mail-to.ts'
import styles from './departure.module.css'

/**
 * The ways out that remain where Foyer does not act: to ask by Foyer, whom to write to, and
 * Microsoft's own page.
 */
export function OtherWays({
  me: {
    organization: { slug, name, privacyContact },
  },
  microsoftLeaveUrl,
  asking,
}: {
  me: Me
  microsoftLeaveUrl: string
  /** How the way to ask by Foyer looks; it is for guests only. */
  asking: 'primary' | 'secondary' | undefined
}) {
  const hasAddress = privacyContact !== undefined && isMailAddress(privacyContact)
  return (
    <div className={styles.ways}>
      {privacyContact ? (
        <p>
          <Trans
            id="departure.privacy-contact"
            message="The privacy contact of {name} answers requests to be removed: {contact}"
            values={{ name: <bdi>{name}</bdi>, contact: <bdi>{privacyContact}</bdi> }}
          />
        </p>
      ) : (
        <p>
          <Trans
            id="departure.no-privacy-contact"
            message="{name} names no privacy contact. Ask whoever invited you, or its help desk."
            values={{ name: <bdi>{name}</bdi> }}
          />
        </p>
      )}
      <div className={styles.wayActs}>
        {asking ? (
          <LinkButton to={paths.exit(slug)} appearance={asking}>
            <Trans id="exit.link" message="Ask to end my access" />
          </LinkButton>
        ) : null}
        {hasAddress ? (
          <Button as="a" href={mailTo(privacyContact)} icon={<MailRegular />}>
            <Trans id="departure.write" message="Write to the privacy contact" />
          </Button>
        ) : null}
        <OutsideLink href={microsoftLeaveUrl}>
          <Trans id="departure.microsoft" message="Microsoft’s own leave page" />
        </OutsideLink>
      </div>
    </div>
  )
}
