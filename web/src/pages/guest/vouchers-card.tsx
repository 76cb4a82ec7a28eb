import type { GuestDetail } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import { Card } from '../../ui/card.tsx'
import { Face } from '../../ui/face.tsx'
import { MailAddress } from '../../ui/mail-address.tsx'
import styles from './guest.module.css'

/** Who answers for a guest, and why whoever reads this may. */
export function VouchersCard({
  organization,
  guest: { name, sponsors, seenAs },
}: {
  organization: OrganizationLocation
  guest: GuestDetail
}) {
  return (
    <Card
      heading={
        <Trans
          id="guest.vouchers"
          message="Who vouches for {name}"
          values={{ name: <bdi>{name}</bdi> }}
        />
      }
    >
      {sponsors.length === 0 ? (
        <p className={styles.text}>
          <Trans
            id="guest.vouchers.none"
            message="Nobody. An administrator of {organization} can name a sponsor."
            values={{ organization: <bdi>{organization.name}</bdi> }}
          />
        </p>
      ) : (
        <ul className={styles.vouchers}>
          {sponsors.map((sponsor) => (
            <li key={`${sponsor.name} ${sponsor.mail ?? ''}`}>
              <Face name={sponsor.name} size="small" tone="other" />
              <span className={styles.voucher}>
                <bdi className={styles.voucherName}>{sponsor.name}</bdi>
                {sponsor.kind === 'group' ? (
                  <span className={styles.small}>
                    <Trans id="guest.vouchers.group" message="A group" />
                  </span>
                ) : sponsor.mail ? (
                  <span className={styles.small}>
                    <MailAddress address={sponsor.mail} />
                  </span>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      )}
      {seenAs === 'operator' ? (
        <p className={styles.small}>
          <Trans
            id="guest.vouchers.operator"
            message="You see them as an operator of {organization}."
            values={{ organization: <bdi>{organization.name}</bdi> }}
          />
        </p>
      ) : null}
    </Card>
  )
}
