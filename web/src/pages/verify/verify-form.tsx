import { Button, Field, Textarea } from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react'
import { useState } from 'react'
import styles from './verify.module.css'

/** Asks for the signed text. */
export function VerifyForm({
  given,
  isAnswered,
  isChecking,
  onCheck,
}: {
  /** What a link has brought along. */
  given: string
  isAnswered: boolean
  isChecking: boolean
  onCheck: (text: string) => void
}) {
  const { i18n } = useLingui()
  const [text, setText] = useState(given)
  const [isEmpty, setIsEmpty] = useState(false)
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setIsEmpty(text.trim() === '')
        if (text.trim() !== '' && !isChecking) onCheck(text)
      }}
    >
      <Field
        label={i18n._(
          /*i18n*/ { id: 'verify.text', message: 'The signed text, or the link to it' },
        )}
        hint={i18n._(
          /*i18n*/ { id: 'verify.hint', message: 'One long line, which begins with eyJ' },
        )}
        validationState={isEmpty ? 'error' : 'none'}
        {...(isEmpty
          ? {
              validationMessage: (
                <Trans
                  id="verify.empty"
                  message="Nothing is pasted here yet. Paste the signed text."
                />
              ),
            }
          : {})}
      >
        <Textarea
          value={text}
          onChange={(_, { value }) => {
            setText(value)
            setIsEmpty(false)
          }}
          rows={6}
          size="large"
          required
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          textarea={{ dir: 'ltr', className: styles.text ?? '' }}
        />
      </Field>
      <Button
        type="submit"
        appearance={isAnswered ? 'secondary' : 'primary'}
        size="large"
        disabledFocusable={isChecking}
      >
        {isChecking ? (
          <Trans id="verify.checking" message="Checking …" />
        ) : (
          <Trans id="verify.check" message="Check it" />
        )}
      </Button>
    </form>
  )
}
