import { Button, Field, Textarea } from '@fluentui/react-components'
import { Trans } from '@lingui/react'
import { useRef, useState } from 'react'
import { Question } from '../../ui/question.tsx'

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
  const field = useRef<HTMLTextAreaElement>(null)
  const [reason, setReason] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const shown = <bdi>{name}</bdi>
  const isEmpty = reason.trim() === ''
  const refuse = () => {
    setIsMissing(isEmpty)
    if (isEmpty) field.current?.focus()
    else onRefuse(reason)
  }
  return (
    <Question
      title={
        <Trans
          id="exit-requests.refuse.title"
          message="Not end the access of {name}?"
          values={{ name: shown }}
        />
      }
      isBusy={isActing}
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={onCancel} disabledFocusable={isActing}>
            <Trans id="left-guests.hold.cancel" message="Cancel" />
          </Button>
          <Button appearance="primary" disabledFocusable={isActing} onClick={refuse}>
            <Trans id="exit-requests.refuse.send" message="Refuse, and send the reason" />
          </Button>
        </>
      }
    >
      <p>
        <Trans
          id="exit-requests.refuse.text"
          message="The request ends with a no, and nothing changes for {name}. They are told whom else they can ask."
          values={{ name: shown }}
        />
      </p>
      <Field
        label={<Trans id="exit-requests.refuse.reason" message="Why" />}
        hint={<Trans id="exit-requests.refuse.hint" message="The guest gets it by mail." />}
        required
        validationState={isMissing && isEmpty ? 'error' : 'none'}
        {...(isMissing && isEmpty
          ? {
              validationMessage: (
                <Trans id="left-guests.hold.missing" message="Say why, in a few words." />
              ),
            }
          : {})}
      >
        <Textarea
          textarea={{ ref: field }}
          value={reason}
          maxLength={500}
          resize="vertical"
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
    </Question>
  )
}
