import { Button } from '@fluentui/react-components'
import { DoorArrowRightRegular } from '@fluentui/react-icons/svg/door-arrow-right'
import type { ExitRequest } from '@foyer/contracts/exit-request'
import { Trans, useLingui } from '@lingui/react'
import { useAsked } from '../answers/use-asked.ts'
import type { ExitAnswer, ExitAnswered } from './answer.ts'
import styles from './exit-requests.module.css'
import { GrantQuestion } from './grant-question.tsx'
import { RefuseQuestion } from './refuse-question.tsx'

/** The two answers to a request; each is asked for once more before it is given. */
export function ExitAnswerButtons({
  request: { exitRequestId, guest },
  isActing,
  outcome,
  onAnswer,
}: {
  request: ExitRequest
  isActing: boolean
  outcome: ExitAnswered | undefined
  onAnswer: (answer: ExitAnswer) => void
}) {
  const { i18n } = useLingui()
  const { question, ask, close } = useAsked<ExitAnswer['what']>(isActing, outcome)
  const { name } = guest
  return (
    <div className={styles.acts}>
      <Button
        className={styles.end ?? ''}
        icon={<DoorArrowRightRegular />}
        disabledFocusable={isActing}
        aria-label={i18n._(
          /*i18n*/ {
            id: 'exit-requests.grant.name',
            message: 'End the access of {name}',
            values: { name },
          },
        )}
        onClick={({ currentTarget }) => ask('grant', currentTarget)}
      >
        <Trans id="exit-requests.grant" message="End the access" />
      </Button>
      <Button
        disabledFocusable={isActing}
        aria-label={i18n._(
          /*i18n*/ {
            id: 'exit-requests.refuse.name',
            message: 'Refuse: {name}',
            values: { name },
          },
        )}
        onClick={({ currentTarget }) => ask('refuse', currentTarget)}
      >
        <Trans id="exit-requests.refuse" message="Refuse" />
      </Button>
      {question === 'grant' ? (
        <GrantQuestion
          name={name}
          isActing={isActing}
          onCancel={close}
          onGrant={() => onAnswer({ what: 'grant', exitRequestId, name })}
        />
      ) : null}
      {question === 'refuse' ? (
        <RefuseQuestion
          name={name}
          isActing={isActing}
          onCancel={close}
          onRefuse={(reason) => onAnswer({ what: 'refuse', exitRequestId, name, reason })}
        />
      ) : null}
    </div>
  )
}
