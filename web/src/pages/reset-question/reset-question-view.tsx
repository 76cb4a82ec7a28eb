import { Button } from '@fluentui/react-components'
import type { ResetQuestion } from '@foyer/contracts/reset'
import { Trans, useLingui } from '@lingui/react'
import { useEffect } from 'react'
import { Say } from '../../language/say.tsx'
import { Announce } from '../../ui/announce.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { focusHeading } from '../../ui/page-title.tsx'
import { useAct } from '../../ui/use-act.ts'
import { ExitHead } from '../exit/exit-head.tsx'
import styles from '../exit/exit.module.css'
import type { answerResetAction } from './answer-reset.ts'
import { tellQuestion } from './reset-question-words.ts'

/** What would happen, by whose wish, and the two answers; and afterwards how it stands. */
export function ResetQuestionView({ question }: { question: ResetQuestion }) {
  const { i18n } = useLingui()
  const { act, isActing, outcome } = useAct<typeof answerResetAction>()
  const { organization, state, askedBy, reason } = question
  const { title, lead } = tellQuestion(i18n, question)
  const isAnswered = outcome !== undefined && outcome.failure === undefined
  const answered = isAnswered ? state : undefined
  const isOpen = state === 'asked' || state === 'proved' || state === 'waiting'
  const answer = (isWanted: boolean) => act({ isWanted })
  useEffect(() => {
    if (answered) focusHeading()
  }, [answered])
  return (
    <div className={styles.page}>
      {isAnswered ? (
        <Announce>
          <p className="foyer-hidden">
            <Say text={title} />
          </p>
        </Announce>
      ) : null}
      <ExitHead
        organization={organization.name}
        look={isOpen ? 'filled' : 'pale'}
        inWindow={i18n._(title)}
        title={<Say text={title} />}
      >
        <Say text={lead} />
      </ExitHead>
      {outcome?.failure ? (
        <FailureMessage
          failure={outcome.failure}
          organization={organization}
          fact={
            outcome.failure.isUncertain ? (
              <Trans
                id="reset-question.unknown"
                message="Whether your answer has come could not be seen. To answer again does no harm."
              />
            ) : (
              <Trans id="reset-question.not" message="Your answer was not taken." />
            )
          }
          isRetrying={isActing}
          onRetry={() => answer(outcome.answer.isWanted)}
        />
      ) : null}
      {isOpen ? (
        <div className={styles.step}>
          <p>
            <Trans
              id="reset-question.by"
              message="{by} of {organization} asked for it:"
              values={{ by: <bdi>{askedBy}</bdi>, organization: <bdi>{organization.name}</bdi> }}
            />{' '}
            <q>
              <bdi>{reason}</bdi>
            </q>
          </p>
          <p className={styles.text}>
            {state === 'asked' ? (
              <Trans
                id="reset-question.choose"
                message="Say yes only if you talked about it with somebody of {organization} whom you know. If you are not sure, say no: then nothing changes."
                values={{ organization: <bdi>{organization.name}</bdi> }}
              />
            ) : (
              <Trans
                id="reset-question.stop.text"
                message="Have you changed your mind, or was it not you? One press stops it, and nothing changes."
              />
            )}
          </p>
          <div className={`${styles.acts} ${styles.below}`}>
            {state === 'asked' ? (
              <>
                <Button
                  appearance="primary"
                  size="large"
                  disabledFocusable={isActing}
                  onClick={() => answer(true)}
                >
                  <Trans id="reset-question.yes" message="Yes, I want this" />
                </Button>
                <Button size="large" disabledFocusable={isActing} onClick={() => answer(false)}>
                  <Trans id="reset-question.no" message="No" />
                </Button>
              </>
            ) : (
              <Button
                appearance="primary"
                size="large"
                disabledFocusable={isActing}
                onClick={() => answer(false)}
              >
                <Trans id="reset.stop" message="Stop it" />
              </Button>
            )}
          </div>
        </div>
      ) : null}
    </div>
  )
}
