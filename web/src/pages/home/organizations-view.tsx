import { Trans, useLingui } from '@lingui/react'
import { type ReactNode, useId } from 'react'
import { Link } from 'react-router'
import type { Found } from '../../places/found.ts'
import { paths } from '../../paths.ts'
import { needsPerson } from '../../places/picture.ts'
import type { Sight } from '../../places/sight.ts'
import { useAccounts } from '../../session/session-provider.tsx'
import { Announce } from '../../ui/announce.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { MissingCard } from './missing-card.tsx'
import styles from './organizations-view.module.css'
import { PlaceCard } from './place-card.tsx'
import { isEndNear } from '../stay/access.ts'
import type { Search } from '../find-organization.ts'
import { UnconnectedCard } from './unconnected-card.tsx'
import { accessOf, guestsOf, useKnown } from './use-known.ts'
import { useNextTry } from './use-next-try.ts'
import { type Looking, useSights } from './use-sights.ts'

export interface PlaceLink extends Looking {
  /** Where its page is, as the account sees it. */
  readonly to: string
}

/** The home page of somebody who is signed in: every organization that this browser knows of them. */
export function OrganizationsView({
  places,
  found,
  search,
  onRetry,
}: {
  places: readonly PlaceLink[]
  /** Tenants of theirs that have nothing to do with Foyer. */
  found: readonly Found[]
  search: Search
  onRetry: () => void
}) {
  const { i18n } = useLingui()
  const { accounts } = useAccounts()
  const sights = useSights(places)
  const accesses = useKnown(sights, accessOf)
  const counts = useKnown(sights, guestsOf)
  const sightOf = ({ place }: PlaceLink) => sights.get(place.key)
  const isFailing = places.some((link) => sightOf(link)?.picture === 'no-answer')
  const nextTryAt = useNextTry(isFailing, onRetry)

  const mailOf = (accountId: string | undefined) =>
    accounts.find(({ accountIds }) => accountId && accountIds.includes(accountId))?.mail
  const shown = places.filter((link) => sightOf(link)?.picture !== 'not-shown')
  // An end that somebody is deciding about asks nothing of the guest any more.
  const isEnding = ({ place }: PlaceLink) => {
    const access = accesses.get(place.key)
    return access !== undefined && isEndNear(access) && access.request?.state !== 'open'
  }
  const isAsked = ({ place }: PlaceLink) => (counts.get(place.key)?.needy ?? 0) > 0
  const isPressing = (link: PlaceLink) =>
    isEnding(link) || isAsked(link) || needsPerson(sightOf(link)?.picture ?? 'not-shown')
  const pressing = [
    ...shown.filter(isEnding),
    ...shown.filter((link) => isPressing(link) && !isEnding(link)),
  ]
  const others = shown.filter((link) => !isPressing(link))
  const count = new Set([
    ...shown.map(({ place }) => place.organization.organizationId),
    ...found.map(({ tenantId }) => tenantId),
  ]).size

  const guestAt = shown.filter((link) => {
    const sight = sightOf(link)
    return sight?.picture === 'here' && sight.me.kind === 'guest'
  }).length

  const cardOf = (link: PlaceLink) => {
    const sight = sightOf(link)
    const accountId = accountOf(link, sight)
    return (
      <li key={link.place.key}>
        <PlaceCard
          organization={link.place.organization}
          sight={sight}
          access={accesses.get(link.place.key)}
          guests={counts.get(link.place.key)}
          mail={mailOf(accountId)}
          to={link.to}
          nextTryAt={nextTryAt}
          onRetry={onRetry}
        />
      </li>
    )
  }

  return (
    <>
      <PageTitle inWindow={i18n._(/*i18n*/ { id: 'home.window', message: 'My organizations' })}>
        <Trans id="home.title" message="Where you are a guest" />
      </PageTitle>
      <p className={styles.lead}>
        <Trans
          id="home.lead"
          message="{count, plural, =0 {This browser knows no organization of yours yet. Name one below.} one {This browser knows one organization of yours.} other {This browser knows # organizations of yours.}}"
          values={{ count }}
        />{' '}
        {pressing.length > 0 ? (
          <Trans
            id="home.lead.pressing"
            message="{count, plural, one {One of them waits for you.} other {# of them wait for you.}}"
            values={{ count: pressing.length }}
          />
        ) : null}
      </p>
      {shown.length > 0 && shown.every((link) => sightOf(link)) ? <AllAnswered /> : null}
      {pressing.length > 0 ? (
        <Section heading={<Trans id="home.pressing" message="Needs you" />}>
          {pressing.map(cardOf)}
        </Section>
      ) : null}
      <Section
        heading={
          pressing.length > 0 ? (
            <Trans id="home.others" message="The others" />
          ) : (
            <Trans id="home.all" message="Your organizations" />
          )
        }
        isHeadingSeen={pressing.length > 0}
      >
        {others.map(cardOf)}
        {found.map(({ tenantId, name, accountId }) => (
          <li key={`${tenantId} ${accountId}`}>
            <UnconnectedCard tenantId={tenantId} name={name} seenAs={mailOf(accountId)} />
          </li>
        ))}
      </Section>
      {guestAt > 1 ? (
        <p className={styles.several}>
          <Link to={paths.round}>
            <Trans id="home.several" message="Leave several of them" />
          </Link>
        </p>
      ) : null}
      <MissingCard search={search} isMain={count === 0} />
    </>
  )
}

// Whoever was asked together is named only by what one of them has seen.
function accountOf({ place }: PlaceLink, sight: Sight | undefined): string | undefined {
  const [only, ...more] = place.accountIds
  return sight?.accountId ?? (more.length === 0 ? only : undefined)
}

function Section({
  heading,
  isHeadingSeen = true,
  children,
}: {
  heading: ReactNode
  isHeadingSeen?: boolean
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={isHeadingSeen ? styles.heading : 'foyer-hidden'}>
        {heading}
      </h2>
      <ul className={styles.list}>{children}</ul>
    </section>
  )
}

function AllAnswered() {
  return (
    <Announce>
      <p className="foyer-hidden">
        <Trans id="home.answered" message="Every organization has answered." />
      </p>
    </Announce>
  )
}
