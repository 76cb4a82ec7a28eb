import { Trans } from '@lingui/react'
import { Message } from '../ui/message.tsx'
import styles from './invitation.module.css'
import { useIsOnline } from './use-is-online.ts'

/** Stands above the page as long as the browser is offline. */
export function OfflineNote() {
  if (useIsOnline()) return null
  return (
    <div className={styles.above}>
      <Message tone="offline">
        <p>
          <Trans
            id="shell.offline"
            message="You are offline. You can read what is here; answering waits until you are back."
          />
        </p>
      </Message>
    </div>
  )
}
