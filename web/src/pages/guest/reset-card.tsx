import type { GuestDetail } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { Reset } from '@foyer/contracts/reset'
import { Trans } from '@lingui/react'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import styles from './guest.module.css'

export function isResetUnderWay(reset: Reset | undefined): boolean {
  return reset?.state === 'asked' || reset?.state === 'proved' || reset?.state === 'waiting'
}

/** That a sign-in is set back, to everybody who sees the guest; and the way to it, for operators. */
export function ResetCard({
  organization,
  guest: { guestId, seenAs, reset },
}: {
  organization: OrganizationLocation
  guest: GuestDetail
}) {
  const isGoing = isResetUnderWay(reset)
  if (seenAs !== 'operator' && !isGoing) return null
  return (
    <Card heading={<Trans id="guest.reset" message="Signing in" />}>
      <p className={styles.text}>
        {isGoing ? (
          <Trans
            id="guest.reset.going"
            message="The sign-in is being set back to {address}. You can stop it."
            values={{ address: <bdi>{reset?.to}</bdi> }}
          />
        ) : (
          <Trans
            id="guest.reset.text"
            message="A guest who cannot sign in any more, or has another address now, can sign in anew and keep everything."
          />
        )}
      </p>
      <div className={styles.acts}>
        <LinkButton to={paths.resetSignIn(organization.slug, guestId)}>
          {isGoing ? (
            <Trans id="guest.reset.look" message="Look at it" />
          ) : (
            <Trans id="guest.reset.open" message="Set the sign-in back …" />
          )}
        </LinkButton>
      </div>
    </Card>
  )
}
