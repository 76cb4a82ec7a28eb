import { Button } from '@fluentui/react-components'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { SuccessionAsk } from '@foyer/contracts/succession'
import { Trans, useLingui } from '@lingui/react'
import { formatDay } from '../../language/dates.ts'
import type { Begun } from '../../session/begun.ts'
import { Card } from '../../ui/card.tsx'
import { DecisionFailure } from '../guest/decision-failure.tsx'
import { SignedInAnew } from '../guest/signed-in-anew.tsx'
import type { AskedAnswer, AskedAnswered } from './answer-asked.ts'
import styles from './asked.module.css'

/** One guest for whom somebody is looked for: no more than it takes to know them, and two answers. */
export function AskedCard({
  organization,
  ask,
  begun,
  isActing,
  outcome,
  onAnswer,
}: {
  organization: OrganizationLocation
  ask: SuccessionAsk
  begun: Begun | undefined
  isActing: boolean
  outcome: AskedAnswered | undefined
  onAnswer: (answer: AskedAnswer) => void
}) {
  const { i18n } = useLingui()
  const { successionId, guest: name, company, group, hasInvited, askedBy, note, answersUntil } = ask
  const answer = (accepts: boolean) => onAnswer({ successionId, name, accepts })
  return (
    <Card heading={<bdi>{name}</bdi>}>
      <div className={styles.text}>
        {company === undefined ? null : (
          <p>
            <Trans
              id="asked.company"
              message="From {company}"
              values={{ company: <bdi>{company}</bdi> }}
            />
          </p>
        )}
        {group === undefined ? null : (
          <p>
            <Trans
              id="asked.group"
              message="You share the group {group}."
              values={{ group: <bdi>{group}</bdi> }}
            />
          </p>
        )}
        {hasInvited ? (
          <p>
            <Trans id="asked.invited" message="You invited them." />
          </p>
        ) : null}
        {askedBy === undefined ? (
          <p>
            <Trans id="asked.by-foyer" message="Nobody vouches for them any more." />
          </p>
        ) : (
          <p>
            <Trans id="asked.by" message="Asked by {by}" values={{ by: <bdi>{askedBy}</bdi> }} />
          </p>
        )}
        {note === undefined ? null : (
          <p>
            <q>{note}</q>
          </p>
        )}
        <p>
          <Trans
            id="asked.until"
            message="On {day} the next one is asked too."
            values={{ day: formatDay(i18n, answersUntil) }}
          />
        </p>
      </div>
      {outcome?.failure ? null : (
        <div className={styles.failure}>
          <SignedInAnew begun={begun} />
        </div>
      )}
      {outcome?.failure ? (
        <div className={styles.failure}>
          <DecisionFailure
            organization={organization}
            failure={outcome.failure}
            isActing={isActing}
            onRetry={() => onAnswer(outcome.answer)}
          />
        </div>
      ) : null}
      {ask.state === 'accepting' ? (
        <p className={styles.failure}>
          <Trans id="asked.accepting" message="You have accepted. The directory is being told." />
        </p>
      ) : (
        <div className={styles.acts}>
          <Button appearance="primary" disabledFocusable={isActing} onClick={() => answer(true)}>
            <Trans id="asked.accept" message="Vouch for {name}" values={{ name }} />
          </Button>
          <Button disabledFocusable={isActing} onClick={() => answer(false)}>
            <Trans id="asked.decline" message="Decline" />
          </Button>
        </div>
      )}
    </Card>
  )
}
