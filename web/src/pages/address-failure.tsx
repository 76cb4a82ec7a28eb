import { Button } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { Trans, useLingui } from '@lingui/react'
import type { Failure } from '../failure.ts'
import { Say } from '../language/say.tsx'
import { paths } from '../paths.ts'
import { explain } from '../problems.ts'
import { HelpDeskLine } from '../ui/failure-message.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { BlankPage } from './blank-page.tsx'

/** Where nothing stands at an address that only its holder knows, or it cannot be read now. */
export function AddressFailure({
  failure,
  notFound,
  onRetry,
}: {
  failure: Failure
  /** How it is said that there is nothing. */
  notFound:
    'receipt-not-found' | 'exit-request-not-found' | 'move-not-found' | 'reset-question-not-found'
  onRetry: () => void
}) {
  const { i18n } = useLingui()
  // An address that is not even of the right form is an address of nothing.
  const isUnknown = failure.code === notFound || failure.code === 'invalid-request'
  const { retryAfterSeconds = 0 } = failure.trace
  const { sentence, next } = explain(isUnknown ? notFound : failure.code, {
    organization: '',
    retryAfterSeconds,
  })
  return (
    <BlankPage
      mark={isUnknown ? '?' : '!'}
      inWindow={
        isUnknown
          ? i18n._({ id: 'not-found.window', message: 'Nothing here' })
          : i18n._({ id: 'failed.window', message: 'Not shown' })
      }
      title={<Say text={sentence} />}
      role="alert"
      act={
        isUnknown ? (
          <LinkButton to={paths.home}>
            <Trans id="not-found.home" message="Back to my organizations" />
          </LinkButton>
        ) : (
          <Button icon={<ArrowClockwiseRegular />} onClick={onRetry}>
            <Trans id="remedy.try-again" message="Try again" />
          </Button>
        )
      }
    >
      <Say text={next} />
      {isUnknown ? null : (
        <>
          <br />
          <small>
            <HelpDeskLine failure={failure} />
          </small>
        </>
      )}
    </BlankPage>
  )
}
