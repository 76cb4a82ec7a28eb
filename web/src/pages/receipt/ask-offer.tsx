import { Button, Field, Textarea } from '@fluentui/react-components'
import { SendRegular } from '@fluentui/react-icons/svg/send'
import type { Receipt } from '@foyer/contracts/receipt'
import { Trans } from '@lingui/react'
import { useState } from 'react'
import { useFetcher, useParams } from 'react-router'
import { paths } from '../../paths.ts'
import { FailureMessage } from '../../ui/failure-message.tsx'
import type { askAction } from './ask.ts'
import styles from './receipt.module.css'

/** Asks whoever vouched to bring one back: once, with a reason if one likes. */
export function AskOffer({ organization }: Pick<Receipt, 'organization'>) {
  const { token = '' } = useParams()
  const fetcher = useFetcher<typeof askAction>()
  const [reason, setReason] = useState('')
  const isSending = fetcher.state !== 'idle'
  const submit = () =>
    void fetcher.submit({ reason }, { method: 'post', action: paths.askToReturn(token) })
  const failure = fetcher.data && 'failure' in fetcher.data ? fetcher.data.failure : undefined
  const name = <bdi>{organization.name}</bdi>
  return (
    <>
      <p className={styles.text}>
        <Trans
          id="ask-offer.text"
          message="Whoever vouched for you at {name}, or an operator there, can bring you back. They see what you had, and decide."
          values={{ name }}
        />
      </p>
      <div className={styles.state}>
        <Field
          label={
            <Trans id="ask-offer.reason" message="Why you would like to come back (optional)" />
          }
          hint={
            <Trans
              id="ask-offer.reason-hint"
              message="Whoever decides reads it, and nobody else."
            />
          }
        >
          <Textarea
            value={reason}
            maxLength={500}
            resize="vertical"
            disabled={isSending}
            onChange={(_, { value }) => setReason(value)}
          />
        </Field>
      </div>
      {failure ? (
        <div className={styles.state}>
          <FailureMessage
            failure={failure}
            organization={organization}
            isRetrying={isSending}
            onRetry={submit}
          />
        </div>
      ) : null}
      <div className={styles.contacts}>
        <Button icon={<SendRegular />} onClick={submit} disabledFocusable={isSending}>
          <span>
            {isSending ? (
              <Trans id="receipt.undo.sending" message="Asking …" />
            ) : (
              <Trans id="ask-offer.button" message="Ask to come back" />
            )}
          </span>
        </Button>
      </div>
    </>
  )
}
