import { Button, Field, Input } from '@fluentui/react-components'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useRef, useState } from 'react'
import { isMailAddress } from '../../ui/mail-to.ts'
import styles from './exit.module.css'
import type { StepTaken } from './exit.ts'
import { StepFailure } from './step-failure.tsx'
import { Step } from './step.tsx'

/** Asks at which address the organization knows somebody, and has a code sent there. */
export function AddressStep({
  organization,
  taken,
  isActing,
  isNext,
  onAsk,
}: {
  organization: OrganizationLocation
  /** The step before this one, or the last try at this one. */
  taken: StepTaken | undefined
  isActing: boolean
  isNext: boolean
  onAsk: (mail: string) => void
}) {
  const { i18n } = useLingui()
  const field = useRef<HTMLInputElement>(null)
  const [mail, setMail] = useState(taken?.mail ?? '')
  const [isWrong, setIsWrong] = useState(false)
  const submit = () => {
    const isRight = isMailAddress(mail.trim())
    setIsWrong(!isRight)
    if (isRight) onAsk(mail.trim())
    else field.current?.focus()
  }
  return (
    <Step
      isNext={isNext}
      heading={<Trans id="exit.address.title" message="Where did your invitation go?" />}
    >
      {taken?.failure ? (
        <StepFailure
          organization={organization}
          taken={taken}
          failure={taken.failure}
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
        <Field
          label={i18n._(
            /*i18n*/ { id: 'exit.address', message: 'The address at which you were invited' },
          )}
          hint={
            <Trans
              id="exit.address.hint"
              message="A code goes there. With it you show that this mailbox is yours."
            />
          }
          validationState={isWrong ? 'error' : 'none'}
          {...(isWrong
            ? {
                validationMessage: (
                  <Trans
                    id="exit.address.wrong"
                    message="Write the whole address, as in grace@adatum.com."
                  />
                ),
              }
            : {})}
        >
          <Input
            input={{ ref: field }}
            type="email"
            value={mail}
            size="large"
            required
            maxLength={254}
            autoComplete="email"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            dir="ltr"
            onChange={(_, { value }) => {
              setMail(value)
              setIsWrong(false)
            }}
          />
        </Field>
        <div className={styles.acts}>
          <Button type="submit" appearance="primary" size="large" disabledFocusable={isActing}>
            {isActing ? (
              <Trans id="exit.address.sending" message="Asking for it …" />
            ) : (
              <Trans id="exit.address.send" message="Send me a code" />
            )}
          </Button>
        </div>
      </form>
    </Step>
  )
}
