import type { OpenedInvitation } from '@foyer/contracts/invitation-link'
import { Trans, useLingui } from '@lingui/react'
import { formatCalendarDay } from '../language/dates.ts'
import { formatNames } from '../language/names.ts'
import { Face } from '../ui/face.tsx'
import { MailAddress } from '../ui/mail-address.tsx'
import styles from './letter.module.css'

export type Offer = NonNullable<OpenedInvitation['offer']>

/** What whoever invites has to say, and what is offered. */
export function Letter({ organization, offer }: { organization: string; offer: Offer }) {
  const { i18n } = useLingui()
  const { message, invitedBy, sponsor, purpose, endsOn } = offer
  const vouches = sponsor.name === invitedBy.name && sponsor.mail === invitedBy.mail
  return (
    <>
      <div className={styles.words}>
        {message === undefined ? null : (
          <p className={styles.message} dir="auto">
            {message}
          </p>
        )}
        <Person person={invitedBy}>
          {vouches ? (
            <Trans id="letter.invites-vouches" message="invites you and will vouch for you" />
          ) : (
            <Trans id="letter.invites" message="invites you" />
          )}
        </Person>
        {vouches ? null : (
          <Person person={sponsor}>
            <Trans id="letter.vouches" message="will vouch for you" />
          </Person>
        )}
      </div>
      <dl className={styles.facts}>
        <dt>
          <Trans id="letter.purpose" message="What for" />
        </dt>
        <dd>
          <bdi>{purpose}</bdi>
        </dd>
        <dt>
          <Trans id="letter.gets" message="What you get" />
        </dt>
        <dd>
          <WhatYouGet organization={organization} offer={offer} />
        </dd>
        <dt>
          <Trans id="letter.until" message="Until when" />
        </dt>
        <dd>
          <Trans
            id="letter.until.day"
            message="{day}. You can end it earlier at any time."
            values={{ day: formatCalendarDay(i18n, endsOn) }}
          />
        </dd>
      </dl>
    </>
  )
}

function Person({
  person: { name, mail },
  children,
}: {
  person: Offer['invitedBy']
  children: React.ReactNode
}) {
  return (
    <p className={styles.person}>
      <Face name={name} size="small" tone="other" />
      <span>
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        <span className={styles.role}>
          {mail === undefined ? null : (
            <>
              <MailAddress address={mail} />,{' '}
            </>
          )}
          {children}
        </span>
      </span>
    </p>
  )
}

/** The groups by name, where the organization lets its guests see groups. */
function WhatYouGet({
  organization,
  offer: { groups, groupCount },
}: {
  organization: string
  offer: Offer
}) {
  const { i18n } = useLingui()
  if (groupCount === 0) {
    return (
      <Trans
        id="letter.no-groups"
        message="A guest’s place at {organization}, and no group at first"
        values={{ organization: <bdi>{organization}</bdi> }}
      />
    )
  }
  return groups.length === groupCount ? (
    <Trans
      id="letter.groups"
      message="{groupCount, plural, one {The group {names}, after you accept} other {The groups {names}, after you accept}}"
      values={{ groupCount, names: <bdi>{formatNames(i18n, groups)}</bdi> }}
    />
  ) : (
    <Trans
      id="letter.group-count"
      message="{groupCount, plural, one {One group, after you accept. {organization} does not show its name.} other {# groups, after you accept. {organization} does not show their names.}}"
      values={{ groupCount, organization: <bdi>{organization}</bdi> }}
    />
  )
}
