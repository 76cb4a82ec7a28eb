import { MailRegular } from '@fluentui/react-icons/svg/mail'
import { PeopleRegular } from '@fluentui/react-icons/svg/people'
import { TextBulletListSquareRegular } from '@fluentui/react-icons/svg/text-bullet-list-square'
import { Trans, useLingui } from '@lingui/react'
import { useEffect } from 'react'
import { Link, useFetcher, useMatch } from 'react-router'
import { paths, routes } from '../paths.ts'
import type { guestCountLoader } from '../pages/guests/guest-count.ts'
import { useOffice } from '../session/session-provider.tsx'
import styles from './shell.module.css'

/**
 * The places of an organization's own people, on its pages: their guests, whom they invited, and for
 * operators its rules.
 */
export function OfficeLinks({ slug }: { slug: string }) {
  const { i18n } = useLingui()
  const office = useOffice(slug)
  const { load, data } = useFetcher<typeof guestCountLoader>({ key: `guest-count ${slug}` })
  const isGuests = useMatch({ path: routes.guests, end: false }) !== null
  const isInvitations = useMatch({ path: routes.invitations, end: false }) !== null
  const isPolicy = useMatch(routes.policy) !== null
  useEffect(() => {
    if (office) void load(paths.guestCount(slug))
  }, [office, slug, load])
  if (!office) return null
  // Of whoever cannot be asked now, the page itself says so.
  const { guests, needy } = data && 'value' in data ? data.value : { guests: 0, needy: 0 }
  return (
    <>
      {guests > 0 ? (
        <Link
          className={styles.place}
          to={paths.guests(slug)}
          aria-current={isGuests ? 'true' : undefined}
        >
          <span className={styles.placeIcon}>
            <PeopleRegular />
          </span>
          <Trans id="guests.title" message="My guests" />
          {needy > 0 ? (
            <>
              <span className={styles.needy} aria-hidden="true">
                {i18n.number(needy)}
              </span>
              <span className="foyer-hidden">
                {' '}
                <Trans
                  id="header.needy"
                  message="{needy, plural, one {(one needs you)} other {(# need you)}}"
                  values={{ needy }}
                />
              </span>
            </>
          ) : null}
        </Link>
      ) : null}
      <Link
        className={styles.place}
        to={paths.invitations(slug)}
        aria-current={isInvitations ? 'true' : undefined}
      >
        <span className={styles.placeIcon}>
          <MailRegular />
        </span>
        <Trans id="header.invitations" message="Invitations" />
      </Link>
      {office === 'operator' ? (
        <Link
          className={styles.place}
          to={paths.policy(slug)}
          aria-current={isPolicy ? 'page' : undefined}
        >
          <span className={styles.placeIcon}>
            <TextBulletListSquareRegular />
          </span>
          <Trans id="header.policy" message="Policy" />
        </Link>
      ) : null}
    </>
  )
}
