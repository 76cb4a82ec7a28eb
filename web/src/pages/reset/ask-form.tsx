import { Button, Field, Input, Radio, RadioGroup, Textarea } from '@fluentui/react-components'
import type { GuestReset } from '@foyer/contracts/reset'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import { useRef, useState } from 'react'
import type { Failure } from '../../failure.ts'
import type { Begun } from '../../session/begun.ts'
import { Card } from '../../ui/card.tsx'
import { DecisionFailure } from '../guest/decision-failure.tsx'
import { SignedInAnew } from '../guest/signed-in-anew.tsx'
import type { ResetAct } from './reset-action.ts'
import styles from './reset.module.css'

const mostLetters = 500

/** Asks why a sign-in is set back, and with which address the guest comes anew. */
export function AskForm({
  organization,
  guest: { name, mail: from },
  begun,
  isActing,
  failure,
  onAsk,
}: {
  organization: OrganizationLocation
  guest: GuestReset['guest']
  begun: Begun | undefined
  isActing: boolean
  failure: Failure | undefined
  onAsk: (act: ResetAct) => void
}) {
  const kept = begun?.words ?? {}
  const [isOther, setOther] = useState((kept['mail'] ?? '') !== '')
  const [mail, setMail] = useState(kept['mail'] ?? '')
  const [reason, setReason] = useState(kept['reason'] ?? '')
  const [isSent, setSent] = useState(false)
  const mailField = useRef<HTMLInputElement>(null)
  const reasonField = useRef<HTMLTextAreaElement>(null)
  const isMailMissing = isOther && !/^[^\s@]+@[^\s@]+$/.test(mail.trim())
  const isReasonMissing = reason.trim() === ''
  const send = () => {
    setSent(true)
    if (isMailMissing) return mailField.current?.focus()
    if (isReasonMissing) return reasonField.current?.focus()
    return onAsk({ what: 'ask', reason: reason.trim(), mail: isOther ? mail.trim() : '' })
  }
  if (from === undefined) {
    return (
      <Card heading={<Trans id="reset.ask" message="Ask for it" />}>
        <p className={styles.text}>
          <Trans
            id="problem.reset-without-address"
            message="The directory has no address of this guest, so nobody can be asked."
          />
        </p>
      </Card>
    )
  }
  return (
    <Card heading={<Trans id="reset.ask" message="Ask for it" />}>
      <p className={styles.text}>
        <Trans
          id="reset.ask.text"
          message="A mail to {address} asks the guest first. If nobody reads it any more, do not use this: invite the new address, and end the old access."
          values={{ address: <bdi>{from}</bdi> }}
        />
      </p>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <SignedInAnew begun={begun} />
        <Field label={<Trans id="reset.address" message="The guest signs in anew with" />}>
          <RadioGroup
            value={isOther ? 'other' : 'same'}
            disabled={isActing}
            onChange={(_, { value }) => setOther(value === 'other')}
          >
            <Radio
              value="same"
              label={
                <Trans
                  id="reset.address.same"
                  message="the same address, {address}"
                  values={{ address: <bdi>{from}</bdi> }}
                />
              }
            />
            <Radio
              value="other"
              label={<Trans id="reset.address.other" message="another address" />}
            />
          </RadioGroup>
        </Field>
        {isOther ? (
          <Field
            label={<Trans id="reset.mail" message="The new address" />}
            required
            validationState={isSent && isMailMissing ? 'error' : 'none'}
            {...(isSent && isMailMissing
              ? {
                  validationMessage: (
                    <Trans id="reset.mail.missing" message="Type a whole address." />
                  ),
                }
              : {})}
          >
            <Input
              input={{ ref: mailField }}
              type="email"
              value={mail}
              maxLength={254}
              autoComplete="off"
              disabled={isActing}
              onChange={(_, { value }) => setMail(value)}
            />
          </Field>
        ) : null}
        <Field
          label={<Trans id="guest.end.reason" message="Your reason, the guest sees it" />}
          required
          validationState={isSent && isReasonMissing ? 'error' : 'none'}
          {...(isSent && isReasonMissing
            ? {
                validationMessage: (
                  <Trans id="answers.reason.missing" message="Say why, in a few words." />
                ),
              }
            : {})}
        >
          <Textarea
            textarea={{ ref: reasonField }}
            value={reason}
            maxLength={mostLetters}
            resize="vertical"
            disabled={isActing}
            onChange={(_, { value }) => setReason(value)}
          />
        </Field>
        {failure ? (
          <DecisionFailure
            organization={organization}
            failure={failure}
            isActing={isActing}
            onRetry={send}
          />
        ) : null}
        <div className={styles.acts}>
          <Button type="submit" appearance="primary" disabledFocusable={isActing}>
            <span>
              <Trans
                id="reset.ask.act"
                message="Ask {name} by mail"
                values={{ name: <bdi>{name}</bdi> }}
              />
            </span>
          </Button>
        </div>
      </form>
    </Card>
  )
}
