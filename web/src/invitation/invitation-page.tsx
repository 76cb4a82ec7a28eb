import type { OpenedInvitation } from '@foyer/contracts/invitation-link'
import { useEffect, useRef } from 'react'
import type { Call } from '../call.ts'
import type { Answer } from '../failure.ts'
import { focusHeading } from '../ui/page-title.tsx'
import { EndedView } from './ended-view.tsx'
import { GuestView } from './guest-view.tsx'
import { OfferSkeleton } from './offer-skeleton.tsx'
import { OfferView } from './offer-view.tsx'
import type { AcceptProblem } from './read-address.ts'
import { UnreadView } from './unread-view.tsx'
import { useInvitation } from './use-invitation.ts'

/** What every view of an invitation is given. */
export interface InvitationView {
  readonly token: string
  readonly invitation: OpenedInvitation
  /** Why accepting led back here. */
  readonly because: AcceptProblem | undefined
  readonly call: Call
  readonly onChange: () => Promise<void>
}

/** An invitation, for whoever holds its link and perhaps has heard of Foyer for the first time. */
export function InvitationPage({
  token,
  because,
  call,
  first,
}: {
  token: string
  because: AcceptProblem | undefined
  call: Call
  /** What was asked before there was a page. */
  first: Promise<Answer<OpenedInvitation>>
}) {
  const { answer, isReading, readAgain } = useInvitation(token, call, first)
  const view = viewOf(answer)
  const shown = useRef(view)
  useEffect(() => {
    // The button that had the focus is gone; the first page is read from its beginning anyway.
    if (shown.current !== undefined && shown.current !== view) focusHeading()
    shown.current = view
  }, [view])
  if (!answer) return <OfferSkeleton />
  if ('failure' in answer) {
    return (
      <UnreadView failure={answer.failure} isReading={isReading} onRetry={readAgain} call={call} />
    )
  }
  const opened = { token, invitation: answer.value, because, call, onChange: readAgain }
  if (view === 'offer') return <OfferView {...opened} />
  return view === 'guest' ? <GuestView {...opened} /> : <EndedView {...opened} />
}

function viewOf(answer: Answer<OpenedInvitation> | undefined) {
  if (!answer || 'failure' in answer) return undefined
  switch (answer.value.state) {
    case 'open':
    case 'accepting':
    case 'accepted':
      return 'offer'
    case 'redeemed':
    case 'held':
      return 'guest'
    case 'declined':
    case 'not-theirs':
    case 'withdrawn':
    case 'expired':
      return 'ended'
  }
}
