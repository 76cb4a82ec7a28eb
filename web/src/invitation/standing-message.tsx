import type { InvitationState } from '@foyer/contracts/invitation'
import type { OpenedInvitation } from '@foyer/contracts/invitation-link'
import { Trans } from '@lingui/react'
import { Message } from '../ui/message.tsx'
import { OutsideWords } from '../ui/outside-words.tsx'
import type { Offer } from './letter.tsx'

/** Where somebody stands who has accepted and is no guest yet. */
export function StandingMessage({
  state,
  offer: { attemptsLeft },
  organization: { name, slug },
}: {
  state: InvitationState
  offer: Offer
  organization: OpenedInvitation['organization']
}) {
  const values = { organization: <bdi>{name}</bdi>, attemptsLeft }
  return (
    <Message tone="waiting">
      {state === 'accepting' ? (
        <p>
          <Trans
            id="standing.accepting"
            message="This has been accepted, and the directory of {organization} is being asked. This page looks again by itself."
            values={values}
          />
        </p>
      ) : (
        <p>
          <Trans
            id="standing.accepted"
            message="You have accepted, and are not through Microsoft’s pages yet. Go on there with the account below."
            values={values}
          />{' '}
          <Trans
            id="standing.attempts"
            message="{attemptsLeft, plural, =0 {This link leads there no more: ask whoever invited you to send it again.} one {This link leads there one more time.} other {This link leads there # more times.}}"
            values={values}
          />{' '}
          <Trans
            id="standing.help"
            message="Did Microsoft stop you there? <0>What its messages mean</0>."
            components={{ 0: <OutsideWords href={`/help/sign-in?organization=${slug}`} /> }}
          />
        </p>
      )}
    </Message>
  )
}
