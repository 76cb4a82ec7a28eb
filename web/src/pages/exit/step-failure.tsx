import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import type { Failure } from '../../failure.ts'
import { Say } from '../../language/say.tsx'
import { explain } from '../../problems.ts'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { Message } from '../../ui/message.tsx'
import styles from './exit.module.css'
import type { StepTaken } from './exit.ts'

/** Why a step was not taken, and what is certain in spite of that. */
export function StepFailure({
  organization,
  taken: { step },
  failure,
  isActing,
  onRetry,
}: {
  organization: OrganizationLocation
  taken: StepTaken
  failure: Failure
  isActing: boolean
  onRetry: () => void
}) {
  // Nothing has failed: the next try only needs a new code, or another day.
  if (failure.code === 'code-ended' || failure.code === 'too-many-codes') {
    const { sentence, next } = explain(failure.code, { organization: organization.name })
    return (
      <div className={styles.failure}>
        <Message tone="warning" role="alert">
          <p>
            <Say text={sentence} /> <Say text={next} />
          </p>
        </Message>
      </div>
    )
  }
  return (
    <div className={styles.failure}>
      <FailureMessage
        failure={failure}
        organization={organization}
        fact={
          !failure.isUncertain ? undefined : step.what === 'request' ? (
            <Trans
              id="exit.unknown.request"
              message="Whether your request arrived could not be seen. To try again does no harm: it is the same request."
            />
          ) : (
            <Trans
              id="exit.unknown.code"
              message="Whether a code is on its way could not be seen. If two come, the newest one counts."
            />
          )
        }
        isRetrying={isActing}
        onRetry={onRetry}
      />
    </div>
  )
}
