import { Button } from '@fluentui/react-components'
import { Trans } from '@lingui/react'
import { Question } from '../../ui/question.tsx'

/** Asks before somebody gets into groups with an account that was not expected. */
export function ConfirmQuestion({
  name,
  isActing,
  onCancel,
  onConfirm,
}: {
  name: string
  isActing: boolean
  onCancel: () => void
  onConfirm: () => void
}) {
  const values = { name: <bdi>{name}</bdi> }
  return (
    <Question
      title={<Trans id="invitations.confirm.title" message="Is it {name}?" values={values} />}
      isBusy={isActing}
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={onCancel} disabledFocusable={isActing}>
            <Trans id="invitations.confirm.not-yet" message="Not yet" />
          </Button>
          <Button appearance="primary" onClick={onConfirm} disabledFocusable={isActing}>
            <Trans id="invitations.confirm.act" message="It is them" />
          </Button>
        </>
      }
    >
      <p>
        <Trans
          id="invitations.confirm.text"
          message="Somebody has accepted with another kind of account than was expected. Ask {name} first, by a number or an address that you had before. Then they are brought into the groups that you named."
          values={values}
        />
      </p>
    </Question>
  )
}
