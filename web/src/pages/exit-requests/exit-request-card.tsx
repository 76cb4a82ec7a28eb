import type { ExitRequest } from '@foyer/contracts/exit-request'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { useLingui } from '@lingui/react'
import { formatDay } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { Card } from '../../ui/card.tsx'
import { Message } from '../../ui/message.tsx'
import { GuestHead } from '../answers/guest-head.tsx'
import { AnswerFailure } from './answer-failure.tsx'
import type { ExitAnswer, ExitAnswered } from './answer.ts'
import { ExitAnswerButtons } from './exit-answer-buttons.tsx'
import { ExitFacts } from './exit-facts.tsx'
import { tellStanding } from './exit-request-words.ts'
import styles from './exit-requests.module.css'
import { tellObstacle } from './obstacle-words.ts'
import { StatePill } from './state-pill.tsx'

/** One guest who asks: what is known about it, and the two answers. */
export function ExitRequestCard({
  organization,
  request,
  isActing,
  outcome,
  onAnswer,
}: {
  organization: OrganizationLocation
  request: ExitRequest
  isActing: boolean
  /** What was answered to them last, and how that went. */
  outcome: ExitAnswered | undefined
  onAnswer: (answer: ExitAnswer) => void
}) {
  const { i18n } = useLingui()
  const { guest, state, reason, note, because = '', opensAt, answeredAt, removalAt } = request
  const dayOf = (instant: string | undefined) => (instant ? formatDay(i18n, instant) : '')
  const standing = tellStanding(request, {
    opens: dayOf(opensAt),
    answered: dayOf(answeredAt),
    removal: dayOf(removalAt),
  })
  const isOpen = state === 'open'
  const obstacle = isOpen && !outcome?.failure ? tellObstacle(because) : undefined
  return (
    <Card heading={<GuestHead guest={guest} pill={<StatePill request={request} />} />}>
      {standing ? (
        <p className={styles.text}>
          <Say text={standing} />
          {note === undefined ? null : (
            <>
              {' '}
              <q>{note}</q>
            </>
          )}
        </p>
      ) : null}
      {reason === undefined ? null : (
        <p className={styles.reason}>
          <q>{reason}</q>
        </p>
      )}
      <div className={styles.facts}>
        <ExitFacts request={request} />
      </div>
      {obstacle ? (
        <div className={styles.failure}>
          <Message tone="warning">
            <p>
              <Say text={obstacle} />
            </p>
          </Message>
        </div>
      ) : null}
      {outcome?.failure ? (
        <div className={styles.failure}>
          <AnswerFailure
            organization={organization}
            failure={outcome.failure}
            isActing={isActing}
            onRetry={() => onAnswer(outcome.answer)}
          />
        </div>
      ) : null}
      {isOpen ? (
        <ExitAnswerButtons
          request={request}
          isActing={isActing}
          outcome={outcome}
          onAnswer={onAnswer}
        />
      ) : null}
    </Card>
  )
}
