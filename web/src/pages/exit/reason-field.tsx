import { Field, Textarea } from '@fluentui/react-components'
import { Trans } from '@lingui/react'

/** What somebody likes to say to whoever answers. */
export function ReasonField({
  reason,
  onReason,
}: {
  reason: string
  onReason: (reason: string) => void
}) {
  return (
    <Field
      label={<Trans id="exit.reason" message="Why you want your access to end (optional)" />}
      hint={<Trans id="exit.reason.hint" message="Whoever answers you reads it." />}
    >
      <Textarea
        value={reason}
        maxLength={500}
        resize="vertical"
        onChange={(_, { value }) => onReason(value)}
      />
    </Field>
  )
}
