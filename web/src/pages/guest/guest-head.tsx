import type { GuestDetail } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { MessageDescriptor } from '@lingui/core'
import { Trans } from '@lingui/react'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { Face } from '../../ui/face.tsx'
import { MailAddress } from '../../ui/mail-address.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { GuestPill } from '../guests/guest-pill.tsx'
import styles from './guest.module.css'

const signIns: Record<GuestDetail['signsInWith'], MessageDescriptor | undefined> = {
  'work-account': /*i18n*/ {
    id: 'guest.signs-in.work',
    message: 'Signs in with a work or school account',
  },
  'microsoft-account': /*i18n*/ {
    id: 'guest.signs-in.microsoft',
    message: 'Signs in with a personal Microsoft account',
  },
  google: /*i18n*/ { id: 'guest.signs-in.google', message: 'Signs in with a Google account' },
  federation: /*i18n*/ {
    id: 'guest.signs-in.federation',
    message: 'Signs in by their own company',
  },
  'mail-code': /*i18n*/ { id: 'guest.signs-in.code', message: 'Signs in with a code by e-mail' },
  unknown: undefined,
}

/** Who it is, how it stands with them, and how they sign in. */
export function GuestHead({
  organization: { slug, name: organization },
  guest,
}: {
  organization: OrganizationLocation
  guest: GuestDetail
}) {
  const { name, mail, company, seenAs, today } = guest
  const signIn = signIns[guest.signsInWith]
  return (
    <>
      {seenAs === 'sponsor' ? (
        <BackLink to={paths.guests(slug)}>
          <Trans id="guests.title" message="My guests" />
        </BackLink>
      ) : (
        <BackLink to={paths.organization(slug)}>
          <bdi>{organization}</bdi>
        </BackLink>
      )}
      <div className={styles.head}>
        <Face name={name} size="large" tone="other" />
        <div className={styles.title}>
          <div className={styles.nameLine}>
            <PageTitle inWindow={name}>
              <bdi>{name}</bdi>
            </PageTitle>
            <GuestPill guest={guest} today={today} />
          </div>
          <ul className={styles.about}>
            {mail ? (
              <li>
                <MailAddress address={mail} />
              </li>
            ) : null}
            {company ? (
              <li>
                <bdi>{company}</bdi>
              </li>
            ) : null}
            {signIn ? (
              <li>
                <Say text={signIn} />
              </li>
            ) : null}
          </ul>
        </div>
      </div>
    </>
  )
}
