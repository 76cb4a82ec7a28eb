import { Field, Input } from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react'
import type { Ref } from 'react'
import { Say } from '../../language/say.tsx'
import { explain } from '../../problems.ts'
import styles from './exit.module.css'

/** The six digits. Spaces may stand between them, as some mail programs paste them. */
export function CodeField({
  ref,
  text,
  problem,
  onText,
}: {
  ref: Ref<HTMLInputElement>
  text: string
  problem: 'incomplete' | 'refused' | undefined
  onText: (text: string) => void
}) {
  const { i18n } = useLingui()
  return (
    <Field
      label={i18n._(/*i18n*/ { id: 'exit.code', message: 'Code' })}
      hint={<Trans id="exit.code.hint" message="Six digits" />}
      validationState={problem ? 'error' : 'none'}
      {...(problem ? { validationMessage: <Wrong problem={problem} /> } : {})}
    >
      <Input
        input={{ ref }}
        className={styles.code ?? ''}
        value={text}
        size="large"
        required
        maxLength={20}
        inputMode="numeric"
        autoComplete="one-time-code"
        dir="ltr"
        onChange={(_, { value }) => onText(value)}
      />
    </Field>
  )
}

function Wrong({ problem }: { problem: 'incomplete' | 'refused' }) {
  if (problem === 'incomplete') {
    return <Trans id="exit.code.incomplete" message="The code has six digits." />
  }
  const { sentence, next } = explain('code-refused', { organization: '' })
  return (
    <>
      <Say text={sentence} /> <Say text={next} />
    </>
  )
}
