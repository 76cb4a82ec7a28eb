import type { LeftGuest } from '@foyer/contracts/left-guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useFetcher } from 'react-router'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { Announce } from '../../ui/announce.tsx'
import { BackLink } from '../../ui/back-link.tsx'
import { BlankDoor } from '../../ui/door.tsx'
import { Message } from '../../ui/message.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import type { answerAction, Decision } from './answer.ts'
import { LeftGuestCard } from './left-guest-card.tsx'
import styles from './left-guests.module.css'
import { tellDecided } from './left-guest-words.ts'

/** Everybody who left, whoever waits for an answer first. */
export function LeftGuestsView({
  organization,
  guests,
}: {
  organization: OrganizationLocation
  guests: readonly LeftGuest[]
}) {
  const { i18n } = useLingui()
  const fetcher = useFetcher<typeof answerAction>()
  const waiting = guests.filter(({ request }) => request?.state === 'open').length
  const isSending = fetcher.state !== 'idle'
  const decide = (decision: Decision) =>
    void fetcher.submit(decision, { method: 'post', encType: 'application/json' })
  const decided = isSending ? undefined : fetcher.data
  const name = <bdi>{organization.name}</bdi>
  return (
    <div className={styles.page}>
      {decided && !decided.failure ? (
        <Announce>
          <div className={styles.status}>
            <Message tone="done">
              <p>
                <Say text={tellDecided(decided.decision)} />
              </p>
            </Message>
          </div>
        </Announce>
      ) : null}
      <BackLink to={paths.organization(organization.slug)}>{name}</BackLink>
      <PageTitle
        inWindow={i18n._(
          /*i18n*/ {
            id: 'left-guests.window',
            message: 'Guests who left {name}',
            values: { name: organization.name },
          },
        )}
      >
        <Trans id="left-guests.title" message="Guests who left" />
      </PageTitle>
      <p className={styles.lead}>
        <Trans
          id="left-guests.lead"
          message="{waiting, plural, =0 {Nobody waits for an answer.} one {One waits for an answer.} other {# wait for an answer.}} Whoever left {name} by themselves can be brought back for 30 days, if they ask for it."
          values={{ waiting, name }}
        />
      </p>
      {guests.length === 0 ? (
        <div className={styles.empty}>
          <BlankDoor size="large" />
          <h2>
            <Trans id="left-guests.empty" message="None of your guests has left lately" />
          </h2>
          <p>
            <Trans
              id="left-guests.empty.text"
              message="When one leaves, you get a mail, and they stand here for 30 days."
            />
          </p>
        </div>
      ) : (
        <ul className={styles.list}>
          {guests.map((guest) => (
            <li key={`${guest.leavingId} ${guest.request?.state ?? ''}`}>
              <LeftGuestCard
                organization={organization}
                guest={guest}
                isSending={isSending}
                decided={decided?.decision.leavingId === guest.leavingId ? decided : undefined}
                onDecide={decide}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
