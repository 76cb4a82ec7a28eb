import { Button } from '@fluentui/react-components'
import { Trans } from '@lingui/react'
import type { ReactNode } from 'react'
import { Announce } from './announce.tsx'
import { usePatience } from './patience.ts'
import { Message } from './message.tsx'
import styles from './waiting.module.css'

/** Keeps a place for what is to come, and says more the longer it takes. */
export function Waiting({
  name,
  onRetry,
  children,
}: {
  /** Who is being asked. */
  name: string
  onRetry: () => void
  children: ReactNode
}) {
  const patience = usePatience()
  if (patience === 'too-long') {
    return (
      <Message
        tone="offline"
        role="alert"
        actions={
          <Button onClick={onRetry}>
            <Trans id="waiting.retry" message="Ask again" />
          </Button>
        }
      >
        <Trans
          id="waiting.too-long"
          message="No answer yet from {name}. Nothing was changed."
          values={{ name: <bdi>{name}</bdi> }}
        />
      </Message>
    )
  }
  return (
    <>
      <div className={styles.place}>{children}</div>
      {patience === 'long' ? (
        <Announce>
          <p className={styles.sentence}>
            <Trans
              id="waiting.long"
              message="{name} takes longer than usual to answer."
              values={{ name: <bdi>{name}</bdi> }}
            />
          </p>
        </Announce>
      ) : null}
    </>
  )
}

/** One grey stroke of a skeleton. */
export function Bone({ width, height }: { width: number | string; height: number }) {
  return (
    <div
      aria-hidden="true"
      className={styles.bone}
      style={{ inlineSize: width, blockSize: height }}
    />
  )
}
