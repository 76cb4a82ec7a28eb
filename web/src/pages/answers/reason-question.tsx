import { Button, Field, Textarea } from '@fluentui/react-components'
import { Trans } from '@lingui/react'
import { type ReactElement, type ReactNode, useRef, useState } from 'react'
import { DangerButton } from '../../ui/danger-button.tsx'
import { Question } from '../../ui/question.tsx'

/** Asks for the reason of an answer; without one it is not given. */
export function ReasonQuestion({
  title,
  hint,
  act,
  isDanger = false,
  initial = '',
  isActing,
  onCancel,
  onAnswer,
  foot,
  children,
}: {
  title: ReactNode
  /** Who reads the reason. */
  hint: ReactElement
  /** What the button does. */
  act: ReactNode
  isDanger?: boolean
  /** What was written before. */
  initial?: string | undefined
  isActing: boolean
  onCancel: () => void
  onAnswer: (reason: string) => void
  /** What is said of it below the field. */
  foot?: ReactNode
  /** What follows from it. */
  children: ReactNode
}) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [reason, setReason] = useState(initial)
  const [isMissing, setIsMissing] = useState(false)
  const isEmpty = reason.trim() === ''
  const answer = () => {
    setIsMissing(isEmpty)
    if (isEmpty) field.current?.focus()
    else onAnswer(reason)
  }
  return (
    <Question
      title={title}
      isBusy={isActing}
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={onCancel} disabledFocusable={isActing}>
            <Trans id="answers.cancel" message="Cancel" />
          </Button>
          {isDanger ? (
            <DangerButton isBusy={isActing} onClick={answer}>
              {act}
            </DangerButton>
          ) : (
            <Button appearance="primary" disabledFocusable={isActing} onClick={answer}>
              {act}
            </Button>
          )}
        </>
      }
    >
      <p>{children}</p>
      <Field
        label={<Trans id="answers.reason" message="Why" />}
        hint={hint}
        required
        validationState={isMissing && isEmpty ? 'error' : 'none'}
        {...(isMissing && isEmpty
          ? {
              validationMessage: (
                <Trans id="answers.reason.missing" message="Say why, in a few words." />
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
      {foot}
    </Question>
  )
}
