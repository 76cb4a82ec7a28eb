import type { LeftGuest } from '@foyer/contracts/left-guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useAct } from '../../ui/use-act.ts'
import { AnswersPage } from '../answers/answers-page.tsx'
import type { answerAction } from './answer.ts'
import { LeftGuestCard } from './left-guest-card.tsx'
import { tellDecided } from './left-guest-words.ts'

/** Everybody who left, whoever waits for an answer first. */
export function LeftGuestsView({
  organization,
  guests,
}: {
  organization: OrganizationLocation
  guests: readonly LeftGuest[]
}) {
  const { i18n } = useLingui()
  const { act, isActing, outcome } = useAct<typeof answerAction>()
  const waiting = guests.filter(({ request }) => request?.state === 'open').length
  return (
    <AnswersPage
      organization={organization}
      inWindow={i18n._(
        /*i18n*/ {
          id: 'left-guests.window',
          message: 'Guests who left {name}',
          values: { name: organization.name },
        },
      )}
      title={<Trans id="left-guests.title" message="Guests who left" />}
      lead={
        <Trans
          id="left-guests.lead"
          message="{waiting, plural, =0 {Nobody waits for an answer.} one {One waits for an answer.} other {# wait for an answer.}} Whoever left {name} by themselves can be brought back for 30 days, if they ask for it."
          values={{ waiting, name: <bdi>{organization.name}</bdi> }}
        />
      }
      done={outcome && !outcome.failure ? tellDecided(outcome.decision) : undefined}
      empty={{
        title: <Trans id="left-guests.empty" message="None of your guests has left lately" />,
        text: (
          <Trans
            id="left-guests.empty.text"
            message="When one leaves, you get a mail, and they stand here for 30 days."
          />
        ),
      }}
      entries={guests.map((guest) => ({
        key: `${guest.leavingId} ${guest.request?.state ?? ''}`,
        card: (
          <LeftGuestCard
            organization={organization}
            guest={guest}
            isSending={isActing}
            decided={outcome?.decision.leavingId === guest.leavingId ? outcome : undefined}
            onDecide={act}
          />
        ),
      }))}
    />
  )
}
