import { Button } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { Trans } from '@lingui/react'
import { useState } from 'react'
import { Announce } from '../../ui/announce.tsx'
import { Code } from '../../ui/code.tsx'
import type { EntraMessage } from './read-message.ts'
import styles from './sign-in-help.module.css'

/** What a help desk wants to hear, small, and to be copied whole. */
export function HelpDesk({ message: { text, code, requestId, at } }: { message: EntraMessage }) {
  const [copying, setCopying] = useState<'copied' | 'refused'>()
  const facts = [code, requestId, at].filter((fact) => fact !== undefined).join(', ')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopying('copied')
    } catch {
      // A browser may ask the person, who may say no.
      setCopying('refused')
    }
  }
  return (
    <div className={styles.acts}>
      <span className={styles.small}>
        <Trans
          id="help-desk.code"
          message="For a help desk: {codes}"
          values={{ codes: <Code>{facts}</Code> }}
        />
      </span>
      <Button
        appearance="subtle"
        icon={copying === 'copied' ? <CheckmarkRegular /> : <CopyRegular />}
        onClick={() => void copy()}
      >
        <Trans id="help.copy" message="Copy the message" />
      </Button>
      {copying === 'copied' ? (
        <Announce>
          <p className="foyer-hidden">
            <Trans id="help.copied" message="The message is copied." />
          </p>
        </Announce>
      ) : null}
      {copying === 'refused' ? (
        <p className={styles.small} role="alert">
          <Trans
            id="help.not-copied"
            message="Your browser did not copy it. Mark it in the field, and copy it yourself."
          />
        </p>
      ) : null}
    </div>
  )
}
