import { Trans } from '@lingui/react'
import { ReasonQuestion } from '../answers/reason-question.tsx'

/** Asks why a guest's access is not to end; without a reason it is not refused. */
export function RefuseQuestion({
  name,
  isActing,
  onCancel,
  onRefuse,
}: {
  name: string
  isActing: boolean
  onCancel: () => void
  onRefuse: (reason: string) => void
}) {
  const shown = <bdi>{name}</bdi>
  return (
    <ReasonQuestion
      title={
        <Trans
          id="exit-requests.refuse.title"
          message="Not end the access of {name}?"
          values={{ name: shown }}
        />
      }
      hint={<Trans id="exit-requests.refuse.hint" message="The guest gets it by mail." />}
      act={<Trans id="exit-requests.refuse.send" message="Refuse, and send the reason" />}
      isActing={isActing}
      onCancel={onCancel}
      onAnswer={onRefuse}
    >
      <Trans
        id="exit-requests.refuse.text"
        message="The request ends with a no, and nothing changes for {name}. They are told whom else they can ask."
        values={{ name: shown }}
      />
    </ReasonQuestion>
  )
}
