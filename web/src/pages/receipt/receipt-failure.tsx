import { Button } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { Trans, useLingui } from '@lingui/react'
import type { Failure } from '../../failure.ts'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { explain } from '../../problems.ts'
import { HelpDeskLine } from '../../ui/failure-message.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { BlankPage } from '../blank-page.tsx'

/** Where a receipt is not found, or cannot be read now; the page asks again by itself too. */
export function ReceiptFailure({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const { i18n } = useLingui()
  // An address that is not even of the right form is an address of nothing.
  const isUnknown = failure.code === 'receipt-not-found' || failure.code === 'invalid-request'
  const { retryAfterSeconds = 0 } = failure.trace
  const { sentence, next } = explain(isUnknown ? 'receipt-not-found' : failure.code, {
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
