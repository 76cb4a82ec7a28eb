import { Button } from '@fluentui/react-components'
import { Trans } from '@lingui/react'
import { useRef } from 'react'
import type { Failure } from '../../failure.ts'
import { Say } from '../../language/say.tsx'
import { explain } from '../../problems.ts'
import { Message } from '../../ui/message.tsx'
import { CodeField } from '../exit/code-field.tsx'
import styles from './departure.module.css'

/** Whether a failure is answered by this rung of the ladder. */
export function leadsToCode({ code }: Failure): boolean {
  return ['sign-in-time-unknown', 'code-refused', 'code-ended'].includes(code)
}

/**
 * The lower rung, where no token tells when somebody signed in: a code to the address of the account,
 * and a day in which it can be taken back.
 */
export function CodeRung({
  organization,
  sentTo,
  failure,
  digits,
  isIncomplete,
  isBusy,
  onDigits,
  onSend,
}: {
  organization: string
  /** Where the code is that counts now. */
  sentTo: string | undefined
  failure: Failure | undefined
  digits: string
  isIncomplete: boolean
  isBusy: boolean
  onDigits: (digits: string) => void
  onSend: () => void
}) {
  const field = useRef<HTMLInputElement>(null)
  if (sentTo === undefined) {
    const { sentence, next } = explain(failure?.code ?? 'sign-in-time-unknown', { organization })
    return (
      <Message
        tone="key"
        role="alert"
        actions={
          <Button onClick={onSend} disabledFocusable={isBusy}>
            <Trans id="departure.code.send" message="Send me a code" />
          </Button>
        }
      >
        <p>
          <Say text={sentence} /> <Say text={next} />{' '}
          <Trans
            id="departure.code.delay"
            message="It is done a day later then, and until that you can take it back."
          />
        </p>
      </Message>
    )
  }
  return (
    <div className={styles.code}>
      <p aria-live="polite">
        <Trans
          id="departure.code.sent"
          message="A code is on its way to {mail}. Type it here. You leave a day after that, and can take it back until then."
          values={{ mail: <bdi>{sentTo}</bdi> }}
        />
      </p>
      <CodeField
        ref={field}
        text={digits}
        problem={
          isIncomplete ? 'incomplete' : failure?.code === 'code-refused' ? 'refused' : undefined
        }
        onText={onDigits}
      />
      <div className={styles.again}>
        <Button appearance="subtle" onClick={onSend} disabledFocusable={isBusy}>
          <Trans id="departure.code.again" message="Send another code" />
        </Button>
      </div>
    </div>
  )
}
