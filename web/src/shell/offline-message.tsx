import { Trans } from '@lingui/react'
import { useSyncExternalStore } from 'react'
import { Message } from '../ui/message.tsx'
import styles from './shell.module.css'

/** Stands above the page as long as the browser is offline. */
export function OfflineMessage() {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  if (isOnline) return null
  return (
    <div className={styles.offline}>
      <Message tone="offline">
        <Trans
          id="shell.offline"
          message="You are offline. You can read what is here; leaving waits until you are back."
        />
      </Message>
    </div>
  )
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}
