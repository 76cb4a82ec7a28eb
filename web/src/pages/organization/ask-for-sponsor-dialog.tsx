import type { Me } from '@foyer/contracts/me'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import { useState } from 'react'
import { Navigate, useNavigate, useOutletContext } from 'react-router'
import { paths } from '../../paths.ts'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { ReasonQuestion } from '../answers/reason-question.tsx'
import type { SponsorContext } from './use-sponsor-wish.ts'

/** Asks a guest why somebody else should vouch for them, and says what follows. */
export function AskForSponsorDialog() {
  const {
    organization,
    me,
    wishing: { succession, isActing, outcome, act },
  } = useOutletContext<SponsorContext & { organization: OrganizationLocation; me: Me }>()
  const navigate = useNavigate()
  const [before] = useState(outcome)
  const [note, setNote] = useState('')
  const page = paths.organization(organization.slug)
  const failure = outcome === before ? undefined : outcome?.failure
  if (!succession) return null
  // Asked by this, or by somebody else: the page says what holds.
  const isDone = outcome !== undefined && outcome !== before && !failure
  if (isDone || (!succession.mayAsk && !failure)) return <Navigate to={page} replace />

  const send = (written: string) => {
    setNote(written.trim())
    act({ what: 'ask', note: written.trim() })
  }
  return (
    <ReasonQuestion
      title={<Trans id="sponsor-wish.title" message="Ask for a new sponsor" />}
      hint={
        <Trans
          id="sponsor-wish.hint"
          message="Whoever is asked reads it, and so do those who vouch for you now."
        />
      }
      act={<Trans id="sponsor-wish.act" message="Ask" />}
      isActing={isActing}
      onCancel={() => {
        if (!isActing) void navigate(page, { replace: true })
      }}
      onAnswer={send}
      foot={
        failure ? (
          <FailureMessage
            failure={failure}
            organization={organization}
            fact={
              failure.isUncertain ? (
                <Trans
                  id="stay.ask.unknown"
                  message="Whether it was sent could not be seen. To try again does no harm."
                />
              ) : (
                <Trans id="stay.ask.unsent" message="Nothing was sent." />
              )
            }
            isRetrying={isActing}
            onRetry={() => act({ what: 'ask', note })}
          />
        ) : null
      }
    >
      <Trans
        id="sponsor-wish.what"
        message="{organization} asks those of its own people who know you, one after the other. Whoever accepts vouches for you too; who vouches for you now goes on to."
        values={{ organization: <bdi>{me.organization.name}</bdi> }}
      />
    </ReasonQuestion>
  )
}
