import { Button } from '@fluentui/react-components'
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo'
import type { Receipt } from '@foyer/contracts/receipt'
import { Trans, useLingui } from '@lingui/react'
import { useFetcher } from 'react-router'
import { formatMoment } from '../../language/dates.ts'
import { FailureMessage } from '../../ui/failure-message.tsx'
import styles from './receipt.module.css'
import type { undoAction } from './undo.ts'

/** Comes back by oneself: what that means, until when, and the button. */
export function UndoOffer({
  organization,
  until,
}: {
  organization: Receipt['organization']
  until: string
}) {
  const { i18n } = useLingui()
  const fetcher = useFetcher<typeof undoAction>()
  const isSending = fetcher.state !== 'idle'
  const submit = () => void fetcher.submit(null, { method: 'post' })
  const failure = fetcher.data && 'failure' in fetcher.data ? fetcher.data.failure : undefined
  const name = <bdi>{organization.name}</bdi>
  return (
    <>
      <p className={styles.text}>
        <Trans
          id="receipt.undo.text"
          message="Until {moment} you can take it back yourself. You get the same account, with the groups that the directory kept, and sign in there as before."
          values={{ moment: <strong>{formatMoment(i18n, until)}</strong> }}
        />
      </p>
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
        <Button icon={<ArrowUndoRegular />} onClick={submit} disabledFocusable={isSending}>
          <span>
            {isSending ? (
              <Trans id="receipt.undo.sending" message="Asking …" />
            ) : (
              <Trans id="receipt.undo" message="Come back to {name}" values={{ name }} />
            )}
          </span>
        </Button>
      </div>
    </>
  )
}
