import { Button } from '@fluentui/react-components'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import { useEffect, useRef, useState } from 'react'
import { CodeField } from './code-field.tsx'
import styles from './exit.module.css'
import type { StepTaken } from './exit.ts'
import { ReasonField } from './reason-field.tsx'
import { StepFailure } from './step-failure.tsx'
import { Step } from './step.tsx'

/** Takes the code from the mail, and files the request with it. */
export function CodeStep({
  organization,
  mail,
  reason,
  taken,
  isActing,
  isNext,
  onReason,
  onFile,
  onAgain,
}: {
  organization: OrganizationLocation
  mail: string
  reason: string
  taken: StepTaken | undefined
  isActing: boolean
  isNext: boolean
  onReason: (reason: string) => void
  onFile: (code: string) => void
  onAgain: () => void
}) {
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const code = text.replaceAll(/[\s-]/g, '')
  const isWhole = /^\d{6}$/.test(code)
  const failure = taken?.failure
  const [typedAfter, setTypedAfter] = useState<StepTaken>()
  const isRefused = failure?.code === 'code-refused' && typedAfter !== taken
  const name = <bdi>{organization.name}</bdi>
  useEffect(() => {
    if (isRefused) field.current?.select()
  }, [isRefused])
  const submit = () => {
    setIsChecked(true)
    if (isWhole) onFile(code)
    else field.current?.focus()
  }
  return (
    <Step
      isNext={isNext}
      heading={<Trans id="exit.code.title" message="Type the code from the mail" />}
    >
      <p className={styles.text}>
        <Trans
          id="exit.code.text"
          message="If {mail} belongs to a guest of {name}, a code is on its way. It counts for 10 minutes and five tries, and only in this tab."
          values={{
            mail: (
              <strong>
                <bdi>{mail}</bdi>
              </strong>
            ),
            name,
          }}
        />
      </p>
      {failure && failure.code !== 'code-refused' ? (
        <StepFailure
          organization={organization}
          taken={taken}
          failure={failure}
          isActing={isActing}
          onRetry={submit}
        />
      ) : null}
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <CodeField
          ref={field}
          text={text}
          problem={isChecked && !isWhole ? 'incomplete' : isRefused ? 'refused' : undefined}
          onText={(value) => {
            setText(value)
            setIsChecked(false)
            setTypedAfter(taken)
          }}
        />
        <ReasonField reason={reason} onReason={onReason} />
        <div className={styles.acts}>
          <Button type="submit" appearance="primary" size="large" disabledFocusable={isActing}>
            {isActing ? (
              <Trans id="exit.code.filing" message="Asking {name} …" values={{ name }} />
            ) : (
              <Trans id="exit.code.file" message="Ask to end my access" />
            )}
          </Button>
          <Button appearance="subtle" size="large" disabledFocusable={isActing} onClick={onAgain}>
            <Trans id="exit.code.again" message="Send it again, or to another address" />
          </Button>
        </div>
        <p className={styles.small}>
          <Trans
            id="exit.code.none"
            message="No mail after a few minutes? Look among the unwanted mails, then try another address of yours: invitations often went to an older one."
          />
        </p>
      </form>
    </Step>
  )
}
