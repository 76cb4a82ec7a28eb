import { Button } from '@fluentui/react-components'
import { Trans } from '@lingui/react'
import { DangerButton } from '../../ui/danger-button.tsx'
import { Question } from '../../ui/question.tsx'
import styles from './exit-requests.module.css'

/** Asks before the access of a guest ends, and says in which steps it does. */
export function GrantQuestion({
  name,
  isActing,
  onCancel,
  onGrant,
}: {
  name: string
  isActing: boolean
  onCancel: () => void
  onGrant: () => void
}) {
  const shown = <bdi>{name}</bdi>
  return (
    <Question
      title={
        <Trans
          id="exit-requests.grant.title"
          message="End the access of {name}?"
          values={{ name: shown }}
        />
      }
      isBusy={isActing}
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={onCancel} disabledFocusable={isActing}>
            <Trans id="answers.cancel" message="Cancel" />
          </Button>
          <DangerButton isBusy={isActing} onClick={onGrant}>
            <Trans id="exit-requests.grant" message="End the access" />
          </DangerButton>
        </>
      }
    >
      <ul className={styles.steps}>
        <li>
          <Trans
            id="exit-requests.grant.now"
            message="<0>Now</0> the account is blocked: nobody can sign in with it any more."
            components={{ 0: <strong /> }}
          />
        </li>
        <li>
          <Trans
            id="exit-requests.grant.sessions"
            message="<0>Within about 90 minutes</0> what is open now ends, with its sign-in."
            components={{ 0: <strong /> }}
          />
        </li>
        <li>
          <Trans
            id="exit-requests.grant.later"
            message="<0>After the grace time</0> of your organization the account is removed, with its groups. Until then the guest can still say that it was not them, which lifts the block."
            components={{ 0: <strong /> }}
          />
        </li>
      </ul>
    </Question>
  )
}
