import type { Me } from '@foyer/contracts/me'
import { Trans } from '@lingui/react'
import type { Departure } from '../../session/departures.ts'
import { Message } from '../../ui/message.tsx'

/** Tells whoever is back, from the sign-in or from a lost answer, what has happened so far. */
export function SignedInAgain({ begun, me }: { begun: Departure | undefined; me: Me }) {
  if (!begun) return null
  if (begun.leaver.personId !== me.personId) {
    return (
      <Message tone="warning">
        <p>
          <Trans
            id="departure.another-person"
            message="You began as {before} and are now here as {now}. Nothing was changed; this question is about {now}."
            values={{
              before: <bdi>{begun.leaver.mail ?? begun.leaver.name}</bdi>,
              now: <bdi>{me.mail ?? me.name}</bdi>,
            }}
          />
        </p>
      </Message>
    )
  }
  if (begun.isUncertain) {
    return (
      <Message tone="warning">
        <p>
          <Trans
            id="departure.uncertain"
            message="You have asked to leave {name} before, and the answer was lost. It may be under way. The next click asks for the same once more and shows how it goes."
            values={{ name: <bdi>{me.organization.name}</bdi> }}
          />
        </p>
      </Message>
    )
  }
  if (!begun.challenge) return null
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
