import { ShieldCheckmarkRegular } from '@fluentui/react-icons/headless/svg/shield-checkmark'
import { namedPortalsUrl } from '@foyer/contracts/named-portals'
import type { OpenedInvitation } from '@foyer/contracts/invitation-link'
import { Trans } from '@lingui/react'
import { useId } from 'react'
import { Code } from '../ui/code.tsx'
import styles from './check-card.module.css'
import page from './invitation.module.css'
import type { Offer } from './letter.tsx'

/** How whoever reads this finds out that it is genuine, before they accept. */
export function CheckCard({
  organization: { name, domain },
  offer: { code, invitedBy },
}: {
  organization: OpenedInvitation['organization']
  offer: Offer
}) {
  const id = useId()
  return (
    <section className={page.card} aria-labelledby={id}>
      <h2 id={id} className={page.heading}>
        <ShieldCheckmarkRegular />
        <span>
          {' '}
          <Trans id="check.title" message="Check before you trust" />
        </span>{' '}
      </h2>
      <ol className={styles.steps}>
        <li>
          <Trans id="check.code" message="Your mail shows a code. Here it is the same:" />
          <strong className={styles.code}>
            <Code>{`${code.slice(0, 3)} ${code.slice(3)}`}</Code>
          </strong>
        </li>
        <li>
          <Trans
            id="check.address"
            message="The address of this page begins with {host}"
            values={{
              host: (
                <strong className={styles.host}>
                  <Code>{window.location.host}</Code>
                </strong>
              ),
            }}
          />
        </li>
        <li>
          <Trans
            id="check.call"
            message="In doubt, ask {inviter} by a number you already have, not one from the mail. {organization} has the domain {domain} at Microsoft, and may name this page there, in {address}."
            values={{
              inviter: <bdi>{invitedBy.name}</bdi>,
              organization: <bdi>{name}</bdi>,
              domain: <Code>{domain}</Code>,
              address: (
                <a href={namedPortalsUrl(domain)} target="_blank" rel="noreferrer">
                  foyer.json
                </a>
              ),
            }}
          />
        </li>
      </ol>
      <p className={styles.never}>
        <Trans id="check.never" message="This page never asks for a password." />
      </p>
    </section>
  )
}
