import { Trans } from '@lingui/react'
import { ReasonQuestion } from '../answers/reason-question.tsx'

/** Asks why a group needs no owner; without a reason it stays on the list. */
export function WaiveQuestion({
  name,
  isActing,
  onCancel,
  onWaive,
}: {
  name: string
  isActing: boolean
  onCancel: () => void
  onWaive: (reason: string) => void
}) {
  const shown = <bdi>{name}</bdi>
  return (
    <ReasonQuestion
      title={
        <Trans
          id="ownerless.waive.title"
          message="{name} needs no owner?"
          values={{ name: shown }}
        />
      }
      hint={
        <Trans
          id="ownerless.waive.hint"
          message="The guest who left sees it only if they ask for all their data."
        />
      }
      act={<Trans id="ownerless.waive" message="It needs none" />}
      isActing={isActing}
      onCancel={onCancel}
      onAnswer={onWaive}
    >
      <Trans
        id="ownerless.waive.text"
        message="It is taken off this list. At Microsoft nothing changes: {name} stays as it is, and an owner can still be named there."
        values={{ name: shown }}
      />
    </ReasonQuestion>
  )
}
