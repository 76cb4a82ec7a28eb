import { Trans } from '@lingui/react'
import type { Begun } from '../../session/begun.ts'
import { Message } from '../../ui/message.tsx'

/** Tells whoever is back from a sign-in that nothing has happened yet. */
export function SignedInAnew({ begun }: { begun: Begun | undefined }) {
  if (!begun) return null
  return (
    <Message tone="key">
      <p>
        <Trans
          id="guest.signed-in-anew"
          message="You have signed in once more. Nothing has happened yet: it takes one more click."
        />
      </p>
    </Message>
  )
}
