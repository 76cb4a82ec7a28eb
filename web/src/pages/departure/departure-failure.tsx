import { Button } from '@fluentui/react-components'
import type { Me } from '@foyer/contracts/me'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import type { Failure } from '../../failure.ts'
import { Say } from '../../language/say.tsx'
import { explain } from '../../problems.ts'
import { FailureMessage, HelpDeskLine } from '../../ui/failure-message.tsx'
import { Message } from '../../ui/message.tsx'
import { OtherWays } from './other-ways.tsx'

/** Why an organization was not left, and what remains. */
export function DepartureFailure({
  failure,
  isUncertain,
  organization,
  me,
  microsoftLeaveUrl,
  isBusy,
  onRetry,
  onSignIn,
}: {
  failure: Failure
  isUncertain: boolean
  organization: OrganizationLocation
  me: Me
  microsoftLeaveUrl: string
  isBusy: boolean
  onRetry: () => void
  onSignIn: () => void
}) {
  const { code } = failure
  const name = <bdi>{me.organization.name}</bdi>
  const otherWays = (
    <OtherWays
      me={me}
      microsoftLeaveUrl={microsoftLeaveUrl}
      asking={code === 'departure-not-a-guest' ? undefined : 'secondary'}
    />
  )
  if (code === 'sign-in-too-old' || isFinal(failure)) {
    const { sentence, next } = explain(code, { organization: me.organization.name })
    return (
      <>
        <Message
          tone="danger"
          role="alert"
          aside={<HelpDeskLine failure={failure} />}
          actions={
            code === 'sign-in-too-old' ? (
              <Button onClick={onSignIn} disabledFocusable={isBusy}>
                <Trans id="departure.sign-in-again" message="Sign in once more" />
              </Button>
            ) : undefined
          }
        >
          <p>
            <Trans
              id="departure.still-guest"
              message="You are still a guest of {name}."
              values={{ name }}
            />{' '}
            <Say text={sentence} /> <Say text={next} />
          </p>
        </Message>
        {otherWays}
      </>
    )
  }
  return (
    <FailureMessage
      failure={failure}
      organization={organization}
      fact={
        isUncertain ? (
          <Trans
            id="departure.unknown"
            message="Whether you are leaving {name} could not be seen. To try again does no harm: it is the same request."
            values={{ name }}
          />
        ) : code === 'no-longer-here' ? undefined : (
          <Trans
            id="departure.still-guest"
            message="You are still a guest of {name}."
            values={{ name }}
          />
        )
      }
      isRetrying={isBusy}
      onRetry={onRetry}
    />
  )
}

/** Whether Foyer would say the same again, however often it is asked. */
export function isFinal({ code }: Failure): boolean {
  return code === 'code-not-possible' || isRefusal(code)
}

function isRefusal(code: string): boolean {
  return code.startsWith('departure-')
}
