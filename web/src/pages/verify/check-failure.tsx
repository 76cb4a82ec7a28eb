import { Button } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { Trans } from '@lingui/react'
import type { Failure } from '../../failure.ts'
import { Say } from '../../language/say.tsx'
import { explain } from '../../problems.ts'
import { HelpDeskLine } from '../../ui/failure-message.tsx'
import { Message } from '../../ui/message.tsx'

/** Where the keys could not be read, so that nothing is known of the receipt. */
export function CheckFailure({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const { retryAfterSeconds = 0 } = failure.trace
  const { sentence, next } = explain(failure.code, { organization: '', retryAfterSeconds })
  return (
    <Message
      tone="offline"
      role="alert"
      actions={
        <Button icon={<ArrowClockwiseRegular />} onClick={onRetry}>
          <Trans id="remedy.try-again" message="Try again" />
        </Button>
      }
      aside={<HelpDeskLine failure={failure} />}
    >
      <p>
        <Trans id="verify.not-checked" message="It was not checked." /> <Say text={sentence} />{' '}
        <Say text={next} />
      </p>
    </Message>
  )
}
