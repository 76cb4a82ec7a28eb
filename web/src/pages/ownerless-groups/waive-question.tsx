import { Button, Field, Textarea } from '@fluentui/react-components'
import { Trans } from '@lingui/react'
import { useRef, useState } from 'react'
import { Question } from '../../ui/question.tsx'

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
  const field = useRef<HTMLTextAreaElement>(null)
  const [reason, setReason] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const shown = <bdi>{name}</bdi>
  const isEmpty = reason.trim() === ''
  const waive = () => {
    setIsMissing(isEmpty)
    if (isEmpty) field.current?.focus()
    else onWaive(reason)
  }
  return (
    <Question
      title={
        <Trans
          id="ownerless.waive.title"
          message="{name} needs no owner?"
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
          <Button appearance="primary" disabledFocusable={isActing} onClick={waive}>
            <Trans id="ownerless.waive" message="It needs none" />
          </Button>
        </>
      }
    >
      <p>
        <Trans
          id="ownerless.waive.text"
          message="It is taken off this list. At Microsoft nothing changes: {name} stays as it is, and an owner can still be named there."
          values={{ name: shown }}
        />
      </p>
      <Field
        label={<Trans id="exit-requests.refuse.reason" message="Why" />}
        hint={
          <Trans
            id="ownerless.waive.hint"
            message="The guest who left sees it only if they ask for all their data."
          />
        }
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
