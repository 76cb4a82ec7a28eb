import type { ExitRequest } from '@foyer/contracts/exit-request'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useEffect } from 'react'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { Announce } from '../../ui/announce.tsx'
import { BackLink } from '../../ui/back-link.tsx'
import { BlankDoor } from '../../ui/door.tsx'
import { Message } from '../../ui/message.tsx'
import { focusHeading, PageTitle } from '../../ui/page-title.tsx'
import { useAct } from '../../ui/use-act.ts'
import type { answerExitAction } from './answer.ts'
import { ExitRequestCard } from './exit-request-card.tsx'
import { tellAnswered } from './exit-request-words.ts'
import styles from './exit-requests.module.css'

/** Every request, those that wait for an answer first. */
export function ExitRequestsView({
  organization,
  requests,
}: {
  organization: OrganizationLocation
  requests: readonly ExitRequest[]
}) {
  const { i18n } = useLingui()
  const { act, isActing, outcome } = useAct<typeof answerExitAction>()
  const open = requests.filter(({ state }) => state === 'open').length
  const done = outcome && !outcome.failure ? outcome.answer : undefined
  const name = <bdi>{organization.name}</bdi>
  // The buttons that had the focus are gone.
  useEffect(() => {
    if (done) focusHeading()
  }, [done])
  return (
    <div className={styles.page}>
      {done ? (
        <Announce>
          <div className={styles.status}>
            <Message tone="done">
              <p>
                <Say text={tellAnswered(done)} />
              </p>
            </Message>
          </div>
        </Announce>
      ) : null}
      <BackLink to={paths.organization(organization.slug)}>{name}</BackLink>
      <PageTitle
        inWindow={i18n._(
          /*i18n*/ {
            id: 'exit-requests.window',
            message: 'Guests of {name} who ask to leave',
            values: { name: organization.name },
          },
        )}
      >
        <Trans id="exit-requests.title" message="Guests who ask to leave" />
      </PageTitle>
      <p className={styles.lead}>
        <Trans
          id="exit-requests.lead"
          message="{open, plural, =0 {Nobody waits for an answer.} one {One waits for an answer.} other {# wait for an answer.}} Whoever cannot leave {name} by themselves asks for it with a code from a mail, and is owed an answer."
          values={{ open, name }}
        />
      </p>
      {requests.length === 0 ? (
        <div className={styles.empty}>
          <BlankDoor size="large" />
          <h2>
            <Trans id="exit-requests.empty" message="None of your guests asks to leave" />
          </h2>
          <p>
            <Trans
              id="exit-requests.empty.text"
              message="When one asks, you get a mail, and the request stands here."
            />
          </p>
        </div>
      ) : (
        <ul className={styles.list}>
          {requests.map((request) => (
            <li key={request.exitRequestId}>
              <ExitRequestCard
                organization={organization}
                request={request}
                isActing={isActing}
                outcome={
                  outcome?.answer.exitRequestId === request.exitRequestId ? outcome : undefined
                }
                onAnswer={act}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
