import { Button } from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react'
import { useState } from 'react'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { formatCalendarDay } from '../../language/dates.ts'
import { paths, untilParameter } from '../../paths.ts'
import type { Begun } from '../../session/begun.ts'
import { Question } from '../../ui/question.tsx'
import { DecisionFailure } from './decision-failure.tsx'
import type { Span } from './extension.ts'
import { ExtensionFields } from './extension-fields.tsx'
import { failureOf } from './failure-of.ts'
import type { GuestContext } from './guest-context.ts'
import { MovedEnd } from './moved-end.tsx'
import { SignedInAnew } from './signed-in-anew.tsx'
import { useExtension } from './use-extension.ts'

/** Until when, and why: both are needed, and the guest reads both. */
export function ExtendQuestion({
  organization,
  guest,
  isActing,
  outcome,
  decide,
  span,
  begun,
}: GuestContext & { span: Span; begun: Begun | undefined }) {
  const { i18n } = useLingui()
  const navigate = useNavigate()
  const [before] = useState(outcome)
  const [search] = useSearchParams()
  const { guestId, name, today, end } = guest
  const extension = useExtension({
    today,
    span,
    first: {
      until: begun?.words['until'] ?? search.get(untilParameter) ?? '',
      reason: begun?.words['reason'] ?? '',
    },
  })
  const { until, problem } = extension
  const page = paths.guest(organization.slug, guestId)
  const failure = outcome === before ? undefined : failureOf(outcome)

  const close = () => {
    if (!isActing) void navigate(page, { replace: true })
  }
  const send = () => {
    const words = extension.complete()
    const what = guest.request ? 'grant' : 'extend'
    if (words) decide({ what, ...words }, paths.extendGuest(organization.slug, guestId))
  }
  if (outcome && outcome !== before && !failure) return <Navigate to={page} replace />
  return (
    <Question
      title={
        <Trans
          id="guest.extend.title"
          message="Extend {name}"
          values={{ name: <bdi>{name}</bdi> }}
        />
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
            {problem ? (
              <Trans id="guest.extend.open" message="Extend" />
            ) : (
              <Trans
                id="guest.extend.until"
                message="Extend to {day}"
                values={{ day: formatCalendarDay(i18n, until) }}
              />
            )}
          </Button>
        </>
      }
    >
      <ExtensionFields
        extension={extension}
        organization={organization.name}
        endsOn={end?.on}
        reasonLabel={<Trans id="guest.extend.reason" message="Your reason, the guest sees it" />}
        isActing={isActing}
      />
      <SignedInAnew begun={begun} />
      <MovedEnd guest={guest} until={problem ? undefined : until} />
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
