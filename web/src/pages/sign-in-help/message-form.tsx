import { Button, Field, Textarea } from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react'
import { type SubmitEvent, useRef, useState } from 'react'
import { Card } from '../../ui/card.tsx'
import { type EntraMessage, readMessage } from './read-message.ts'
import styles from './sign-in-help.module.css'

/** Asks for the message that somebody met. */
export function MessageForm({
  given,
  isAnswered,
  onExplain,
}: {
  given: string
  isAnswered: boolean
  onExplain: (message: EntraMessage) => void
}) {
  const { i18n } = useLingui()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(given)
  const [isWithoutCode, setIsWithoutCode] = useState(false)
  const explain = (event: SubmitEvent) => {
    event.preventDefault()
    const message = readMessage(text)
    setIsWithoutCode(message.code === undefined)
    if (message.code === undefined) field.current?.focus()
    else onExplain(message)
  }
  return (
    <Card
      heading={
        isAnswered ? (
          <Trans id="help.form.again" message="Did you see another message?" />
        ) : (
          <Trans id="help.form" message="Which message did you see?" />
        )
      }
      note={
        <Trans
          id="help.form.note"
          message="Paste it here as it is. A code like AADSTS50020 is enough."
        />
      }
    >
      <form className={styles.form} noValidate onSubmit={explain}>
        <Field
          label={i18n._(/*i18n*/ { id: 'help.form.text', message: 'Message or code' })}
          {...(isWithoutCode
            ? {
                validationMessage: i18n._(
                  /*i18n*/ {
                    id: 'help.form.no-code',
                    message: 'There is no code in it. It begins with AADSTS, and digits follow.',
                  },
                ),
              }
            : {})}
        >
          <Textarea
            value={text}
            onChange={(_, { value }) => setText(value)}
            resize="vertical"
            rows={3}
            autoComplete="off"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            textarea={{ ref: field, dir: 'ltr', className: styles.text ?? '' }}
          />
        </Field>
        <div className={styles.acts}>
          <Button type="submit" appearance={isAnswered ? 'secondary' : 'primary'}>
            <Trans id="help.form.explain" message="Explain this message" />
          </Button>
          <span className={styles.small}>
            <Trans id="help.form.stays" message="It stays in your browser." />
          </span>
        </div>
      </form>
    </Card>
  )
}
