import { Button } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { Trans } from '@lingui/react'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { ReactNode } from 'react'
import type { Failure } from '../failure.ts'
import { Say } from '../language/say.tsx'
import { paths } from '../paths.ts'
import type { Remedy } from '../explanation.ts'
import { explain } from '../problems.ts'
import { Code } from './code.tsx'
import { LinkButton } from './link-button.tsx'
import { Message } from './message.tsx'
import { SignInButton } from './sign-in-button.tsx'

/** A failure beside what it concerns: what happened, the next step, and the code for a help desk. */
export function FailureMessage({
  failure,
  organization,
  fact,
  isRetrying = false,
  onRetry,
}: {
  failure: Failure
  organization: Pick<OrganizationLocation, 'slug' | 'name'>
  /** What is certain in spite of the failure. */
  fact?: ReactNode
  isRetrying?: boolean
  onRetry: () => void
}) {
  const { retryAfterSeconds = 0 } = failure.trace
  const { sentence, next, remedy } = explain(failure.code, {
    organization: organization.name,
    retryAfterSeconds,
  })
  return (
    <Message
      tone={remedy === 'sign-in' ? 'key' : 'danger'}
      role="alert"
      actions={
        remedy === 'none' ? undefined : (
          <RemedyButton
            remedy={remedy}
            slug={organization.slug}
            isRetrying={isRetrying}
            onRetry={onRetry}
          />
        )
      }
      aside={remedy === 'sign-in' ? undefined : <HelpDeskLine failure={failure} />}
    >
      <p>
        {fact ? <>{fact} </> : null}
        <Say text={sentence} /> <Say text={next} />
      </p>
    </Message>
  )
}

function RemedyButton({
  remedy,
  slug,
  isRetrying,
  onRetry,
}: {
  remedy: Exclude<Remedy, 'none'>
  slug: string
  isRetrying: boolean
  onRetry: () => void
}): ReactNode {
  switch (remedy) {
    case 'try-again':
      return (
        <Button icon={<ArrowClockwiseRegular />} onClick={onRetry} disabledFocusable={isRetrying}>
          {isRetrying ? (
            <Trans id="remedy.trying" message="Trying again …" />
          ) : (
            <Trans id="remedy.try-again" message="Try again" />
          )}
        </Button>
      )
    case 'sign-in':
      return (
        <SignInButton slug={slug}>
          <Trans id="remedy.sign-in" message="Sign in again" />
        </SignInButton>
      )
    case 'another-account':
      return (
        <SignInButton slug={slug} intent="another-account" appearance="secondary">
          <Trans id="remedy.another-account" message="Use another account" />
        </SignInButton>
      )
    case 'home':
      return (
        <LinkButton to={paths.home}>
          <Trans id="remedy.home" message="Back to my organizations" />
        </LinkButton>
      )
    case 'reload':
      return (
        <Button onClick={() => window.location.reload()}>
          <Trans id="remedy.reload" message="Load the page again" />
        </Button>
      )
  }
}

export function HelpDeskLine({ failure: { code, trace } }: { failure: Failure }) {
  const codes = [code, trace.foreignCode].filter((part) => part !== undefined).join(', ')
  return trace.requestId ? (
    <Trans
      id="help-desk.request"
      message="For a help desk: {codes}, request {requestId}"
      values={{ codes: <Code>{codes}</Code>, requestId: <Code>{trace.requestId}</Code> }}
    />
  ) : (
    <Trans
      id="help-desk.code"
      message="For a help desk: {codes}"
      values={{ codes: <Code>{codes}</Code> }}
    />
  )
}
