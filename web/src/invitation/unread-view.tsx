import { Trans, useLingui } from '@lingui/react'
import type { Call } from '../call.ts'
import type { Failure } from '../failure.ts'
import { Say } from '../language/say.tsx'
import { Code } from '../ui/code.tsx'
import { Button } from './button.tsx'
import styles from './invitation.module.css'
import { LostCard } from './lost-card.tsx'
import { Notice, NoticeActs } from './notice.tsx'
import { explainTrouble } from './troubles.ts'

/** The invitation is not there, or cannot be read now. */
export function UnreadView({
  failure,
  isReading,
  onRetry,
  call,
}: {
  failure: Failure
  isReading: boolean
  onRetry: () => Promise<void>
  call: Call
}) {
  const { i18n } = useLingui()
  const { sentence, next } = explainTrouble(failure.code, '')
  const isGone = failure.code === 'invitation-link-not-found'
  return (
    <Notice
      look="dashed"
      inWindow={i18n._(sentence)}
      title={<Say text={sentence} />}
      below={isGone ? <LostCard call={call} /> : null}
    >
      <p>
        <Say text={next} />
      </p>
      {isGone ? null : (
        <>
          <NoticeActs>
            <Button isWaiting={isReading} onClick={() => void onRetry()}>
              {isReading ? (
                <Trans id="unread.trying" message="Trying again …" />
              ) : (
                <Trans id="unread.retry" message="Try again" />
              )}
            </Button>
          </NoticeActs>
          <p className={styles.note}>
            <Trans
              id="trouble.help-desk"
              message="For a help desk: {codes}"
              values={{
                codes: (
                  <Code>{[failure.code, failure.trace.requestId].filter(Boolean).join(', ')}</Code>
                ),
              }}
            />
          </p>
        </>
      )}
    </Notice>
  )
}
