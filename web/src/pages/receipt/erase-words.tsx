import { Button } from '@fluentui/react-components'
import { Trans } from '@lingui/react'
import { useState } from 'react'
import { useFetcher, useParams } from 'react-router'
import type { Receipt } from '@foyer/contracts/receipt'
import { paths } from '../../paths.ts'
import { DangerButton } from '../../ui/danger-button.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { Question } from '../../ui/question.tsx'
import type { eraseAction } from './erase.ts'
import styles from './receipt.module.css'

/** What Foyer still holds once the directory has erased somebody, and the question before it goes. */
export function EraseWords({ organization }: { organization: Receipt['organization'] }) {
  const [isAsking, setIsAsking] = useState(false)
  const { token = '' } = useParams()
  const fetcher = useFetcher<typeof eraseAction>()
  const isBusy = fetcher.state !== 'idle'
  const erase = () => void fetcher.submit(null, { method: 'post', action: paths.eraseWords(token) })
  const failure = fetcher.data && 'failure' in fetcher.data ? fetcher.data.failure : undefined
  return (
    <>
      <p className={styles.text}>
        <Trans
          id="erase.text"
          message="Foyer still has this receipt, your name in its journal, and the mails about it of the last 30 days. You can have all that erased."
        />
      </p>
      <div className={styles.contacts}>
        <Button onClick={() => setIsAsking(true)}>
          <Trans id="erase.ask" message="Erase what Foyer holds" />
        </Button>
      </div>
      {isAsking ? (
        <Question
          title={<Trans id="erase.title" message="Erase what Foyer holds about you?" />}
          isBusy={isBusy}
          onCancel={() => setIsAsking(false)}
          actions={
            <>
              <Button onClick={() => setIsAsking(false)} disabledFocusable={isBusy}>
                <Trans id="erase.keep" message="Keep it" />
              </Button>
              <DangerButton onClick={erase} isBusy={isBusy}>
                <Trans id="erase.erase" message="Erase for good" />
              </DangerButton>
            </>
          }
        >
          <p>
            <Trans
              id="erase.what"
              message="This page and its address end, and nobody can read your name in the journal any more. That somebody left {name}, and when, stays there without a name. It cannot be undone: save the receipt first if you want to keep it."
              values={{ name: <bdi>{organization.name}</bdi> }}
            />
          </p>
          {failure ? (
            <FailureMessage
              failure={failure}
              organization={organization}
              isRetrying={isBusy}
              onRetry={erase}
            />
          ) : null}
        </Question>
      ) : null}
    </>
  )
}
