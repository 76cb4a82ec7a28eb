import type { ReactNode } from 'react'
import { Trans } from '@lingui/react'
import type { FailureCode } from '../failure.ts'
import { Say } from '../language/say.tsx'
import { Code } from '../ui/code.tsx'
import { Message } from '../ui/message.tsx'
import { explainTrouble } from './troubles.ts'

/** A failure beside what it concerns: what happened, what can be done, and the code for a help desk. */
export function TroubleMessage({
  code,
  requestId,
  organization,
  actions,
}: {
  code: FailureCode
  /** As the API's log names the request; what led back to the page has none. */
  requestId?: string | undefined
  organization: string
  actions?: ReactNode
}) {
  const { sentence, next } = explainTrouble(code, organization)
  return (
    <Message
      tone="danger"
      role="alert"
      actions={actions}
      aside={
        <Trans
          id="trouble.help-desk"
          message="For a help desk: {codes}"
          values={{ codes: <Code>{[code, requestId].filter(Boolean).join(', ')}</Code> }}
        />
      }
    >
      <p>
        <Say text={sentence} /> <Say text={next} />
      </p>
    </Message>
  )
}
