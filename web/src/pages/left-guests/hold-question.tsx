import { Button, Field, Textarea } from '@fluentui/react-components'
import { Trans } from '@lingui/react'
import { useState } from 'react'
import { DangerButton } from '../../ui/danger-button.tsx'
import { Question } from '../../ui/question.tsx'

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
  const [reason, setReason] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const shown = <bdi>{name}</bdi>
  return (
    <Question
      title={
        <Trans
          id="left-guests.hold.title"
          message="Do not let {name} come back?"
          values={{ name: shown }}
        />
      }
      isBusy={isSending}
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={onCancel}>
            <Trans id="left-guests.hold.cancel" message="Cancel" />
          </Button>
          <DangerButton
            isBusy={isSending}
            onClick={() => (reason.trim() === '' ? setIsMissing(true) : onHold(reason))}
          >
            <Trans id="left-guests.hold.hold" message="Hold them out" />
          </DangerButton>
        </>
      }
    >
      <p>
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
      </p>
      <Field
        label={<Trans id="left-guests.hold.reason" message="Why" />}
        hint={
          <Trans
            id="left-guests.hold.reason-hint"
            message="Your organization sees it here. They see it only if they ask for all their data."
          />
        }
        {...(isMissing && reason.trim() === ''
          ? {
              validationMessage: (
                <Trans id="left-guests.hold.missing" message="Say why, in a few words." />
              ),
            }
          : {})}
      >
        <Textarea
          value={reason}
          maxLength={500}
          resize="vertical"
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
    </Question>
  )
}
