import { Trans } from '@lingui/react'
import { useState } from 'react'
import { Navigate, useLoaderData, useNavigate, useOutletContext } from 'react-router'
import { paths } from '../../paths.ts'
import { ReasonQuestion } from '../answers/reason-question.tsx'
import type { begunLoader } from './decide.ts'
import { DecisionFailure } from './decision-failure.tsx'
import { failureOf } from './failure-of.ts'
import type { GuestContext } from './guest-context.ts'
import { SignedInAnew } from './signed-in-anew.tsx'

/** Asks why a guest does not stay longer. */
export function RefuseDialog() {
  const { organization, guest, isActing, outcome, decide } = useOutletContext<GuestContext>()
  const begun = useLoaderData<typeof begunLoader>()
  const navigate = useNavigate()
  const [before] = useState(outcome)
  const page = paths.guest(organization.slug, guest.guestId)
  const failure = outcome === before ? undefined : failureOf(outcome)
  // Answered, by this or by somebody else: the page says what holds.
  if (!guest.request && !failure) return <Navigate to={page} replace />
  const at = paths.refuseStay(organization.slug, guest.guestId)
  const send = (reason: string) => decide({ what: 'refuse', reason: reason.trim() }, at)
  return (
    <ReasonQuestion
      title={
        <Trans
          id="guest.refuse.title"
          message="{name} does not stay longer?"
          values={{ name: <bdi>{guest.name}</bdi> }}
        />
      }
      hint={
        <Trans
          id="guest.refuse.hint"
          message="{name} reads it by mail and on their page."
          values={{ name: <bdi>{guest.name}</bdi> }}
        />
      }
      act={<Trans id="guest.request.refuse" message="Say no" />}
      initial={begun?.words['reason']}
      isActing={isActing}
      onCancel={() => void navigate(page, { replace: true })}
      onAnswer={send}
      foot={
        <>
          <SignedInAnew begun={begun} />
          {failure ? (
            <DecisionFailure
              organization={organization}
              failure={failure}
              isActing={isActing}
              onRetry={() => send(begun?.words['reason'] ?? '')}
            />
          ) : null}
        </>
      }
    >
      <Trans
        id="guest.refuse.what"
        message="The access ends as before. You sign in once more first, so that nobody else can do this for you."
      />
    </ReasonQuestion>
  )
}
