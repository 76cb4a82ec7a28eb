import type { Me } from '@foyer/contracts/me'
import { Trans } from '@lingui/react'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { isMailAddress, mailTo } from '../../ui/mail-to.ts'
import styles from './organization.module.css'

/** Whom to ask about what the organization keeps, where it says so. */
export function PrivacyCard({
  me: {
    organization: { slug, name, privacyContact, privacyStatementUrl },
  },
}: {
  me: Me
}) {
  const statement = findWebAddress(privacyStatementUrl)
  return (
    <Card heading={<Trans id="privacy-card.title" message="What is kept of you" />}>
      <p className={styles.text}>
        {privacyContact || statement ? (
          <Trans
            id="privacy-card.text"
            message="{name} keeps your name, address and memberships. Its privacy contact answers what else, and for how long."
            values={{ name: <bdi>{name}</bdi> }}
          />
        ) : (
          <Trans
            id="privacy-card.nobody"
            message="{name} keeps your name, address and memberships, and names no privacy contact."
            values={{ name: <bdi>{name}</bdi> }}
          />
        )}
      </p>
      <p className={styles.text}>
        <Link to={paths.data(slug)}>
          <Trans id="privacy-card.data" message="Read all that is held about you, and save it" />
        </Link>
      </p>
      <div className={styles.links}>
        {privacyContact ? <Contact contact={privacyContact} /> : null}
        {statement ? (
          <a href={statement} rel="noreferrer">
            <Trans id="privacy-card.statement" message="Privacy statement" />
          </a>
        ) : null}
      </div>
    </Card>
  )
}

function Contact({ contact }: { contact: string }) {
  return isMailAddress(contact) ? (
    <a href={mailTo(contact)}>
      <bdi>{contact}</bdi>
    </a>
  ) : (
    <bdi>{contact}</bdi>
  )
}

// An organization writes this address itself; a script must not come in by it.
function findWebAddress(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined
  return new URL(address).protocol === 'https:' ? address : undefined
}
