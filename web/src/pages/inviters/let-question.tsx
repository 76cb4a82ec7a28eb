import { Button, Field, Input, Textarea } from '@fluentui/react-components'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import { type ReactElement, useRef, useState } from 'react'
import type { Failure } from '../../failure.ts'
import { Question } from '../../ui/question.tsx'
import { Undecided } from '../answers/undecided.tsx'
import styles from './inviters.module.css'

/** Whom, until when and why. */
interface Words {
  readonly mail: string
  readonly until: string
  readonly reason: string
}

/** Asks whom an operator lets invite; all three are needed. */
export function LetQuestion({
  organization,
  isActing,
  failure,
  onCancel,
  onLet,
}: {
  organization: OrganizationLocation
  isActing: boolean
  /** Why nobody was let. */
  failure: Failure | undefined
  onCancel: () => void
  onLet: (words: Words) => void
}) {
  const fields = useRef<HTMLDivElement>(null)
  const [words, setWords] = useState<Words>({ mail: '', until: '', reason: '' })
  const [isSent, setSent] = useState(false)
  const wrong = {
    mail: !/^[^\s@]+@[^\s@]+$/.test(words.mail.trim()),
    until: !/^\d{4}-\d\d-\d\d$/.test(words.until),
    reason: words.reason.trim() === '',
  }
  const say = (field: keyof Words, text: ReactElement) =>
    isSent && wrong[field]
      ? ({ validationState: 'error', validationMessage: text } as const)
      : undefined
  const write = (change: Partial<Words>) => setWords((last) => ({ ...last, ...change }))
  const send = () => {
    setSent(true)
    const first = (['mail', 'until', 'reason'] as const).find((field) => wrong[field])
    if (first) fields.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
    else onLet({ mail: words.mail.trim(), until: words.until, reason: words.reason.trim() })
  }
  return (
    <Question
      title={<Trans id="inviters.let" message="Let somebody invite" />}
      isForm
      isBusy={isActing}
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={onCancel} disabledFocusable={isActing}>
            <Trans id="answers.cancel" message="Cancel" />
          </Button>
          <Button appearance="primary" disabledFocusable={isActing} onClick={send}>
            <Trans id="inviters.let.act" message="Let them invite" />
          </Button>
        </>
      }
    >
      <p className={styles.text}>
        <Trans
          id="inviters.let.text"
          message="They invite up to twenty people a day by Foyer, into groups that they own. You answer for it by name."
        />
      </p>
      <div ref={fields} className={styles.fields}>
        <Field
          label={<Trans id="guest.hand-over.to" message="Mail address of your colleague" />}
          hint={
            <Trans
              id="guest.hand-over.to.hint"
              message="The address at which {organization} knows them."
              values={{ organization: <bdi>{organization.name}</bdi> }}
            />
          }
          required
          {...say(
            'mail',
            <Trans
              id="guest.hand-over.to.wrong"
              message="Give a whole mail address, as in noor@contoso.com."
            />,
          )}
        >
          <Input
            name="mail"
            type="email"
            size="large"
            autoComplete="off"
            maxLength={254}
            dir="ltr"
            value={words.mail}
            onChange={(_, { value }) => write({ mail: value })}
          />
        </Field>
        <Field
          label={<Trans id="inviters.until" message="May invite until" />}
          hint={<Trans id="inviters.until.hint" message="The last day, within a year." />}
          required
          {...say('until', <Trans id="inviters.until.missing" message="Choose a day." />)}
        >
          <Input
            name="until"
            type="date"
            size="large"
            value={words.until}
            onChange={(_, { value }) => write({ until: value })}
          />
        </Field>
        <Field
          label={<Trans id="answers.reason" message="Why" />}
          hint={<Trans id="inviters.reason.hint" message="Every operator reads it." />}
          required
          {...say(
            'reason',
            <Trans id="answers.reason.missing" message="Say why, in a few words." />,
          )}
        >
          <Textarea
            name="reason"
            value={words.reason}
            maxLength={500}
            resize="vertical"
            onChange={(_, { value }) => write({ reason: value })}
          />
        </Field>
      </div>
      {failure ? (
        <Undecided
          organization={organization}
          failure={failure}
          isActing={isActing}
          onRetry={send}
        />
      ) : null}
    </Question>
  )
}
