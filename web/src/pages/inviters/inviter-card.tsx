import { Button } from '@fluentui/react-components'
import type { InvitingDelegation } from '@foyer/contracts/inviting-delegation'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import type { Failure } from '../../failure.ts'
import { formatCalendarDay, formatDay } from '../../language/dates.ts'
import { Card } from '../../ui/card.tsx'
import { DangerButton } from '../../ui/danger-button.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Question } from '../../ui/question.tsx'
import { GuestHead } from '../answers/guest-head.tsx'
import { Undecided } from '../answers/undecided.tsx'
import { useAsked } from '../answers/use-asked.ts'
import styles from './inviters.module.css'

/** Somebody who may invite: until when, why and by whose word. */
export function InviterCard({
  organization,
  delegation: { mail, until, reason, delegatedAt, delegatedBy, ...person },
  isActing,
  failure,
  onEnd,
}: {
  organization: OrganizationLocation
  delegation: InvitingDelegation
  isActing: boolean
  /** Why it was not ended. */
  failure: Failure | undefined
  onEnd: (name: string) => void
}) {
  const { i18n } = useLingui()
  const gone = i18n._(
    /*i18n*/ { id: 'inviters.gone', message: 'Somebody who is not here any more' },
  )
  const name = person.name ?? gone
  const { question, ask, close } = useAsked<'end'>(isActing, failure)
  const by = <bdi>{delegatedBy}</bdi>
  const day = formatDay(i18n, delegatedAt)
  return (
    <Card
      heading={<GuestHead guest={{ name, ...(mail === undefined ? {} : { mail }) }} pill={null} />}
    >
      <div className={styles.facts}>
        <Facts>
          <Fact name={<Trans id="inviters.until" message="May invite until" />}>
            {formatCalendarDay(i18n, until)}
          </Fact>
          <Fact name={<Trans id="inviters.reason" message="Why" />}>
            <bdi>{reason}</bdi>
          </Fact>
          <Fact name={<Trans id="inviters.by" message="By whose word" />}>
            {delegatedBy === undefined ? (
              <Trans
                id="inviters.by.unknown"
                message="an operator who is not here any more, on {day}"
                values={{ day }}
              />
            ) : (
              <Trans id="inviters.by.name" message="{by} on {day}" values={{ by, day }} />
            )}
          </Fact>
        </Facts>
      </div>
      {failure ? (
        <div className={styles.failure}>
          <Undecided
            organization={organization}
            failure={failure}
            isActing={isActing}
            onRetry={() => onEnd(name)}
          />
        </div>
      ) : null}
      <div className={styles.acts}>
        <Button
          disabledFocusable={isActing}
          aria-label={i18n._(
            /*i18n*/ {
              id: 'inviters.end.name',
              message: 'Take it back from {name}',
              values: { name },
            },
          )}
          onClick={({ currentTarget }) => ask('end', currentTarget)}
        >
          <Trans id="inviters.end" message="Take it back" />
        </Button>
      </div>
      {question ? (
        <Question
          title={
            <Trans
              id="inviters.end.title"
              message="Take it back from {name}?"
              values={{ name: <bdi>{name}</bdi> }}
            />
          }
          isBusy={isActing}
          onCancel={close}
          actions={
            <>
              <Button onClick={close} disabledFocusable={isActing}>
                <Trans id="inviters.end.keep" message="Keep it" />
              </Button>
              <DangerButton
                isBusy={isActing}
                onClick={() => {
                  close()
                  onEnd(name)
                }}
              >
                <Trans id="inviters.end" message="Take it back" />
              </DangerButton>
            </>
          }
        >
          <p>
            <Trans
              id="inviters.end.text"
              message="They invite nobody by Foyer any more, unless the rule at Microsoft lets them. Whom they have invited and who has not accepted yet cannot accept then; guests who are here stay."
            />
          </p>
        </Question>
      ) : null}
    </Card>
  )
}
