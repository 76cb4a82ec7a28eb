import { Trans } from '@lingui/react'
import { ReasonQuestion } from '../answers/reason-question.tsx'

/** Asks why somebody is to be held out; without a reason nobody is. */
export function HoldQuestion({
  name,
  isAsked,
  isSending,
  onCancel,
  onHold,
}: {
  name: string
  /** They wait for an answer, which this is. */
  isAsked: boolean
  isSending: boolean
  onCancel: () => void
  onHold: (reason: string) => void
}) {
  return (
    <ReasonQuestion
      title={
        <Trans
          id="left-guests.hold.title"
          message="Do not let {name} come back?"
          values={{ name: <bdi>{name}</bdi> }}
        />
      }
      hint={
        <Trans
          id="left-guests.hold.reason-hint"
          message="Your organization sees it here. They see it only if they ask for all their data."
        />
      }
      act={<Trans id="left-guests.hold.hold" message="Hold them out" />}
      isDanger
      isActing={isSending}
      onCancel={onCancel}
      onAnswer={onHold}
    >
      {isAsked ? (
        <Trans
          id="left-guests.hold.text-asked"
          message="Their request ends with a no. Neither they themselves nor anybody else brings them back by Foyer until the hold is lifted; an administrator still can."
        />
      ) : (
        <Trans
          id="left-guests.hold.text"
          message="Neither they themselves nor anybody else brings them back by Foyer until the hold is lifted; an administrator still can."
        />
      )}
    </ReasonQuestion>
  )
}
