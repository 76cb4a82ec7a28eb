import { Button } from '@fluentui/react-components'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import type { AskedEnding } from '@foyer/contracts/ending'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { formatInstant } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Pill } from '../../ui/pill.tsx'
import { GuestHead } from '../answers/guest-head.tsx'
import { ReasonQuestion } from '../answers/reason-question.tsx'
import { Undecided } from '../answers/undecided.tsx'
import { useAsked } from '../answers/use-asked.ts'
import type { EndingAnswer, EndingAnswered } from './answer.ts'
import styles from './asked-endings.module.css'
import { tellHold } from './hold-words.ts'

/** One end of access: who asked for it and why, why it waits, and the two answers. */
export function AskedEndingCard({
  organization,
  ending: { endingId, guestId, guest, because, askedAt, askedBy, reason, handover, isMove },
  isActing,
  outcome,
  onAnswer,
}: {
  organization: OrganizationLocation
  ending: AskedEnding
  isActing: boolean
  /** What was answered to it last, and how that went. */
  outcome: EndingAnswered | undefined
  onAnswer: (answer: EndingAnswer) => void
}) {
  const { i18n } = useLingui()
  const { question, ask, close } = useAsked<'allow' | 'refuse'>(isActing, outcome)
  const { name } = guest
  const values = {
    name: <bdi>{name}</bdi>,
    by: <bdi>{askedBy}</bdi>,
    at: formatInstant(i18n, askedAt),
  }
  const answer = (isAllowed: boolean) => (note: string) =>
    onAnswer({ endingId, isAllowed, note, name })
  return (
    <Card
      heading={
        <GuestHead
          guest={guest}
          pill={
            <Pill tone={because === 'unusual-day' ? 'bad' : 'warn'} icon={<WarningFilled />}>
              <Say text={tellHold(because).short} />
            </Pill>
          }
        />
      }
    >
      <p className={styles.text}>
        <Trans id="asked-endings.by" message="{by} asked for it on {at}:" values={values} />{' '}
        {isMove ? (
          <Trans
            id="guest.ending.moved"
            message="moved to {mail}"
            values={{ mail: <bdi>{reason}</bdi> }}
          />
        ) : (
          <q>
            <bdi>{reason}</bdi>
          </q>
        )}
      </p>
      {handover === undefined ? null : (
        <p className={styles.text}>
          <Trans id="guest.ending.handover" message="For whoever takes over:" />{' '}
          <q>
            <bdi>{handover}</bdi>
          </q>
        </p>
      )}
      <p className={styles.text}>
        <Say text={tellHold(because, { by: askedBy, organization: organization.name }).why} />
      </p>
      {outcome?.failure ? (
        <div className={styles.failure}>
          <Undecided
            organization={organization}
            failure={outcome.failure}
            isActing={isActing}
            onRetry={() => onAnswer(outcome.answer)}
          />
        </div>
      ) : null}
      <div className={styles.acts}>
        <Button
          disabledFocusable={isActing}
          aria-label={i18n._(
            /*i18n*/ {
              id: 'asked-endings.allow.name',
              message: 'Agree: {name}',
              values: { name },
            },
          )}
          onClick={({ currentTarget }) => ask('allow', currentTarget)}
        >
          <Trans id="asked-endings.allow" message="Agree" />
        </Button>
        <Button
          disabledFocusable={isActing}
          aria-label={i18n._(
            /*i18n*/ {
              id: 'asked-endings.refuse.name',
              message: 'Do not agree: {name}',
              values: { name },
            },
          )}
          onClick={({ currentTarget }) => ask('refuse', currentTarget)}
        >
          <Trans id="asked-endings.refuse" message="Do not agree" />
        </Button>
        <LinkButton to={paths.guest(organization.slug, guestId)} appearance="transparent">
          <Trans id="asked-endings.guest" message="The guest’s page" />
        </LinkButton>
      </div>
      {question === 'allow' ? (
        <ReasonQuestion
          title={
            <Trans
              id="asked-endings.allow.title"
              message="Let the access of {name} end?"
              values={values}
            />
          }
          hint={<Trans id="asked-endings.hint" message="{by} gets it by mail." values={values} />}
          act={<Trans id="asked-endings.allow.send" message="End the access" />}
          isDanger
          isActing={isActing}
          onCancel={close}
          onAnswer={answer(true)}
        >
          <Trans
            id="asked-endings.allow.text"
            message="In ten minutes {name} is blocked, and days later removed. Until then it is taken back with everything."
            values={values}
          />
        </ReasonQuestion>
      ) : null}
      {question === 'refuse' ? (
        <ReasonQuestion
          title={
            <Trans
              id="asked-endings.refuse.title"
              message="Keep the access of {name}?"
              values={values}
            />
          }
          hint={<Trans id="asked-endings.hint" message="{by} gets it by mail." values={values} />}
          act={<Trans id="asked-endings.refuse.send" message="Keep it, and send the reason" />}
          isActing={isActing}
          onCancel={close}
          onAnswer={answer(false)}
        >
          <Trans
            id="asked-endings.refuse.text"
            message="Nothing changes for {name}, who gets no mail about it."
            values={values}
          />
        </ReasonQuestion>
      ) : null}
    </Card>
  )
}
