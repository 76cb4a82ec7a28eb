import { Button } from '@fluentui/react-components'
import { Trans } from '@lingui/react'
import { DangerButton } from '../../ui/danger-button.tsx'
import { Question } from '../../ui/question.tsx'

/** Asks before a link is dead that somebody may be about to open. */
export function WithdrawQuestion({
  name,
  isActing,
  onCancel,
  onWithdraw,
}: {
  name: string
  isActing: boolean
  onCancel: () => void
  onWithdraw: () => void
}) {
  const values = { name: <bdi>{name}</bdi> }
  return (
    <Question
      title={
        <Trans
          id="invitations.withdraw.title"
          message="Withdraw the invitation of {name}?"
          values={values}
        />
      }
      isBusy={isActing}
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={onCancel} disabledFocusable={isActing}>
            <Trans id="invitations.withdraw.keep" message="Keep it" />
          </Button>
          <DangerButton isBusy={isActing} onClick={onWithdraw}>
            <Trans id="invitations.withdraw.act" message="Withdraw it" />
          </DangerButton>
        </>
      }
    >
      <p>
        <Trans
          id="invitations.withdraw.text"
          message="The link leads nowhere any more, and {name} reads there that it was withdrawn; no mail tells them. Nobody becomes a guest by it. You can invite them anew."
          values={values}
        />
      </p>
    </Question>
  )
}
