import type { Me, Sponsor } from '@foyer/contracts/me'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Button } from '@fluentui/react-components'
import { MailRegular } from '@fluentui/react-icons/svg/mail'
import { Trans, useLingui } from '@lingui/react'
import { Card } from '../../ui/card.tsx'
import { mailTo } from '../../ui/mail-to.ts'
import { Face } from '../../ui/face.tsx'
import { SponsorWish } from './sponsor-wish.tsx'
import type { SponsorWishing } from './use-sponsor-wish.ts'
import styles from './organization.module.css'

/** Who vouches for the guest, and how they are reached. */
export function SponsorsCard({
  me,
  organization: location,
  wishing,
}: {
  me: Me
  organization: OrganizationLocation
  wishing: SponsorWishing
}) {
  const { name: organization } = me.organization
  // Sponsors are for guests who were invited; of others the directory names none.
  if (me.kind !== 'guest' && me.sponsors.length === 0) return null
  return (
    <Card heading={<Trans id="sponsors.title" message="Who vouches for you" />}>
      {me.sponsors.length === 0 ? (
        <p className={styles.text}>
          <Trans
            id="sponsors.none"
            message="{organization} has named nobody. Whoever invited you can change that."
            values={{ organization: <bdi>{organization}</bdi> }}
          />
        </p>
      ) : (
        <ul className={styles.sponsors}>
          {me.sponsors.map((sponsor) => (
            <SponsorEntry key={`${sponsor.name} ${sponsor.mail ?? ''}`} sponsor={sponsor} />
          ))}
        </ul>
      )}
      {me.kind === 'guest' ? (
        <SponsorWish me={me} organization={location} wishing={wishing} />
      ) : null}
    </Card>
  )
}

function SponsorEntry({ sponsor: { kind, name, mail } }: { sponsor: Sponsor }) {
  const { i18n } = useLingui()
  return (
    <li className={styles.sponsor}>
      <Face name={name} size="medium" tone="other" />
      <div>
        <p className={styles.sponsorName}>
          <bdi>{name}</bdi>
        </p>
        <p className={styles.small}>
          {kind === 'person' ? (
            <Trans id="sponsors.person" message="Your sponsor" />
          ) : (
            <Trans id="sponsors.group" message="A group that sponsors you" />
          )}
        </p>
      </div>
      {mail ? (
        <Button
          as="a"
          className={styles.write}
          href={mailTo(mail)}
          icon={<MailRegular />}
          aria-label={i18n._(
            /*i18n*/ { id: 'sponsors.write.to', message: 'Write to {name}', values: { name } },
          )}
        >
          <Trans id="sponsors.write" message="Write" />
        </Button>
      ) : null}
    </li>
  )
}
