import { Button } from '@fluentui/react-components'
import { Trans } from '@lingui/react'
import { DangerButton } from '../../ui/danger-button.tsx'
import { Question } from '../../ui/question.tsx'

/** Asks before a template is gone. */
export function RemoveQuestion({
  name,
  isActing,
  onCancel,
  onRemove,
}: {
  name: string
  isActing: boolean
  onCancel: () => void
  onRemove: () => void
}) {
  return (
    <Question
      title={
        <Trans
          id="templates.remove.title"
          message="Remove the template {name}?"
          values={{ name: <bdi>{name}</bdi> }}
        />
      }
      isBusy={isActing}
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={onCancel} disabledFocusable={isActing}>
            <Trans id="templates.remove.keep" message="Keep it" />
          </Button>
          <DangerButton isBusy={isActing} onClick={onRemove}>
            <Trans id="templates.remove.act" message="Remove it" />
          </DangerButton>
        </>
      }
    >
      <p>
        <Trans
          id="templates.remove.text"
          message="Nobody is offered it any more, and it cannot be brought back. Invitations that were sent by it stay as they are."
        />
      </p>
    </Question>
  )
}
