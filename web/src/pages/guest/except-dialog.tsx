import { Button } from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react'
import { useState } from 'react'
import { Navigate, useNavigate, useOutletContext } from 'react-router'
import { addDays } from '../../calendar.ts'
import { formatCalendarDay } from '../../language/dates.ts'
import { paths } from '../../paths.ts'
import { Question } from '../../ui/question.tsx'
import { DecisionFailure } from './decision-failure.tsx'
import { ExtensionFields } from './extension-fields.tsx'
import { failureOf } from './failure-of.ts'
import type { GuestContext } from './guest-context.ts'
import styles from './guest.module.css'
import { useExtension } from './use-extension.ts'

/** A year: whoever needs an exception for longer decides it again. */
const mostDays = 366

/** Asks until when the rules of the policy are kept from a guest, and why; for operators. */
export function ExceptDialog() {
  const { i18n } = useLingui()
  const { organization, guest, isActing, outcome, decide } = useOutletContext<GuestContext>()
  const navigate = useNavigate()
  const [before] = useState(outcome)
  const { guestId, name, today, exception } = guest
  const latest = addDays(today, mostDays)
  const extension = useExtension({
    today,
    span: { earliest: today, latest },
    first: { until: exception?.until ?? '', reason: exception?.reason ?? '' },
  })
  const page = paths.guest(organization.slug, guestId)
  const failure = outcome === before ? undefined : failureOf(outcome)
  if (!guest.mayExcept || (outcome && outcome !== before && !failure)) {
    return <Navigate to={page} replace />
  }
  const close = () => {
    if (!isActing) void navigate(page, { replace: true })
  }
  const send = () => {
    const words = extension.complete()
    if (words) decide({ what: 'except', ...words }, paths.exceptGuest(organization.slug, guestId))
  }
  const names = { name: <bdi>{name}</bdi>, organization: <bdi>{organization.name}</bdi> }
  return (
    <Question
      title={
        <Trans id="guest.except.title" message="Except {name} from the rules" values={names} />
      }
      isForm
      isBusy={isActing}
      onCancel={close}
      actions={
        <>
          <Button onClick={close} disabledFocusable={isActing}>
            <Trans id="answers.cancel" message="Cancel" />
          </Button>
          <Button appearance="primary" disabledFocusable={isActing} onClick={send}>
            {extension.problem ? (
              <Trans id="guest.except.act-open" message="Make the exception" />
            ) : (
              <Trans
                id="guest.except.act"
                message="Except until {day}"
                values={{ day: formatCalendarDay(i18n, extension.until) }}
              />
            )}
          </Button>
        </>
      }
    >
      <p className={styles.small}>
        <Trans
          id="guest.except.text"
          message="Until this day the access of {name} to {organization} does not end because it is unconfirmed, unused or not accepted, or because too few vouch. The last day holds all the same. You answer for the exception by name, and they read it."
          values={names}
        />
      </p>
      <ExtensionFields
        extension={extension}
        organization={organization.name}
        dayLabel={<Trans id="guest.except.day" message="Last day of the exception" />}
        hint={
          <Trans
            id="guest.except.cap"
            message="Within a year: until {day} at the latest."
            values={{ day: formatCalendarDay(i18n, latest) }}
          />
        }
        reasonLabel={<Trans id="guest.extend.reason" message="Your reason, the guest sees it" />}
        isActing={isActing}
      />
      {failure ? (
        <DecisionFailure
          organization={organization}
          failure={failure}
          isActing={isActing}
          onRetry={send}
        />
      ) : null}
    </Question>
  )
}
