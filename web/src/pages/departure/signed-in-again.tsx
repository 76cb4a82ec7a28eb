import type { Me } from '@foyer/contracts/me'
import { Trans } from '@lingui/react'
import type { DepartureIntent } from '../../session/departures.ts'
import { Message } from '../../ui/message.tsx'

/** Tells whoever is back from the sign-in what it has changed: nothing yet. */
export function SignedInAgain({ intent, me }: { intent: DepartureIntent | undefined; me: Me }) {
  if (!intent) return null
  if (intent.leaver.personId !== me.personId) {
    return (
      <Message tone="warning">
        <p>
          <Trans
            id="departure.another-person"
            message="You began as {before} and are now here as {now}. Nothing was changed; this question is about {now}."
            values={{
              before: <bdi>{intent.leaver.mail ?? intent.leaver.name}</bdi>,
              now: <bdi>{me.mail ?? me.name}</bdi>,
            }}
          />
        </p>
      </Message>
    )
  }
  if (intent.isUncertain) {
    return (
      <Message tone="warning">
        <p>
          <Trans
            id="departure.uncertain"
            message="You tried before, and the answer was lost. {name} still knows you, so you have not left."
            values={{ name: <bdi>{me.organization.name}</bdi> }}
          />
        </p>
      </Message>
    )
  }
  if (!intent.challenge) return null
  return (
    <Message tone="key">
      <p>
        <Trans
          id="departure.signed-in-again"
          message="You have signed in once more. Nothing has happened yet: the next click leaves {name}."
          values={{ name: <bdi>{me.organization.name}</bdi> }}
        />
      </p>
    </Message>
  )
}
