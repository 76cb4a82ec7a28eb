import type { GuestCount } from '@foyer/contracts/guest'
import type { Me, Memberships } from '@foyer/contracts/me'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { MyAccess } from '@foyer/contracts/stay'
import { Trans, useLingui } from '@lingui/react'
import type { Answer } from '../../failure.ts'
import { formatCalendarDay, formatDay } from '../../language/dates.ts'
import { formatNames } from '../../language/names.ts'
import { paths } from '../../paths.ts'
import { useAnswer } from '../../ui/answer.ts'
import { Face } from '../../ui/face.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { NeedyGuests } from '../guests/needy-guests.tsx'
import { StandingPill } from '../organization/standing-pill.tsx'
import { isEndNear } from '../stay/access.ts'
import { EndPill } from '../stay/end-pill.tsx'
import { PlaceFrame } from './place-frame.tsx'
import styles from './place-frame.module.css'

/** An organization that knows the person. */
export function HereCard({
  organization,
  me,
  groups,
  access,
  guests,
  seenAs,
  to,
}: {
  organization: OrganizationLocation
  me: Me
  groups: Promise<Answer<Memberships>> | undefined
  /** Absent for whoever is no guest, and until it is known. */
  access: MyAccess | undefined
  /** Absent for whoever is none of the organization's own people, and until it is known. */
  guests: GuestCount | undefined
  seenAs: string | undefined
  to: string
}) {
  const { name } = me.organization
  const nearEnd = access && isEndNear(access) ? access.end : undefined
  return (
    <PlaceFrame
      name={name}
      seenAs={seenAs}
      look="filled"
      isNear={nearEnd !== undefined}
      pill={<EndPill access={access} otherwise={<StandingPill kind={me.kind} />} />}
      sentence={
        nearEnd ? (
          <NearEnd end={nearEnd} />
        ) : guests && guests.needy > 0 ? (
          <NeedyGuests count={guests} />
        ) : (
          <Sentence me={me} />
        )
      }
      facts={me.kind === 'guest' ? <Sponsors me={me} /> : null}
      foot={
        <>
          <LinkButton to={to}>
            <Trans id="home.open" message="Open {name}" values={{ name: <bdi>{name}</bdi> }} />
          </LinkButton>
          {guests && guests.guests > 0 ? (
            <LinkButton to={paths.guests(organization.slug)}>
              <Trans id="guests.title" message="My guests" />
            </LinkButton>
          ) : null}
          {groups ? <GroupCount groups={groups} /> : null}
        </>
      }
    />
  )
}

function NearEnd({ end }: { end: NonNullable<MyAccess['end']> }) {
  const { i18n } = useLingui()
  return (
    <Trans
      id="place.near-end"
      message="The last day of your access is <0>{day}</0>."
      values={{ day: formatCalendarDay(i18n, end.on) }}
      components={{ 0: <strong /> }}
    />
  )
}

function Sentence({ me: { kind, since, organization } }: { me: Me }) {
  const { i18n } = useLingui()
  switch (kind) {
    case 'guest':
      return since ? (
        <Trans
          id="place.guest.since"
          message="You have been a guest here since {day}."
          values={{ day: formatDay(i18n, since) }}
        />
      ) : (
        <Trans id="place.guest" message="You are a guest here." />
      )
    case 'external-member':
      return (
        <Trans
          id="place.external-member"
          message="You are a member here with an account from elsewhere."
        />
      )
    case 'internal-guest':
      return (
        <Trans
          id="place.internal-guest"
          message="You are a guest here with an account of {name} itself."
          values={{ name: <bdi>{organization.name}</bdi> }}
        />
      )
    case 'member':
      return <Trans id="place.member" message="You are a member here, not a guest." />
  }
}

function Sponsors({ me: { sponsors } }: { me: Me }) {
  const { i18n } = useLingui()
  const [first] = sponsors
  if (!first) {
    return (
      <p className={styles.fact}>
        <Trans id="place.no-sponsor" message="Nobody is named who vouches for you." />
      </p>
    )
  }
  const names = formatNames(
    i18n,
    sponsors.map(({ name }) => name),
  )
  return (
    <p className={styles.fact}>
      <Face name={first.name} size="tiny" tone="other" />
      <span>
        <Trans
          id="place.sponsors"
          message="{count, plural, one {<0>{names}</0> vouches for you} other {<0>{names}</0> vouch for you}}"
          values={{ count: sponsors.length, names }}
          components={{ 0: <strong /> }}
        />
      </span>
    </p>
  )
}

function GroupCount({ groups }: { groups: Promise<Answer<Memberships>> }) {
  const { answer } = useAnswer(groups)
  if (!answer || 'failure' in answer) return null
  return (
    <span className={styles.aside}>
      <Trans
        id="place.groups"
        message="{count, plural, =0 {in no group} one {one group} other {# groups}}"
        values={{ count: answer.value.count }}
      />
    </span>
  )
}
