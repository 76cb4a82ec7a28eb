import type { ExitRequest } from '@foyer/contracts/exit-request'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useAct } from '../../ui/use-act.ts'
import { AnswersPage } from '../answers/answers-page.tsx'
import type { answerExitAction } from './answer.ts'
import { ExitRequestCard } from './exit-request-card.tsx'
import { tellAnswered } from './exit-request-words.ts'

/** Every request, those that wait for an answer first. */
export function ExitRequestsView({
  organization,
  requests,
}: {
  organization: OrganizationLocation
  requests: readonly ExitRequest[]
}) {
  const { i18n } = useLingui()
  const { act, isActing, outcome } = useAct<typeof answerExitAction>()
  const open = requests.filter(({ state }) => state === 'open').length
  return (
    <AnswersPage
      organization={organization}
      inWindow={i18n._(
        /*i18n*/ {
          id: 'exit-requests.window',
          message: 'Guests of {name} who ask to leave',
          values: { name: organization.name },
        },
      )}
      title={<Trans id="exit-requests.title" message="Guests who ask to leave" />}
      lead={
        <Trans
          id="exit-requests.lead"
          message="{open, plural, =0 {Nobody waits for an answer.} one {One waits for an answer.} other {# wait for an answer.}} Whoever cannot leave {name} by themselves asks for it with a code from a mail, and is owed an answer."
          values={{ open, name: <bdi>{organization.name}</bdi> }}
        />
      }
      done={outcome && !outcome.failure ? tellAnswered(outcome.answer) : undefined}
      empty={{
        title: <Trans id="exit-requests.empty" message="None of your guests asks to leave" />,
        text: (
          <Trans
            id="exit-requests.empty.text"
            message="When one asks, you get a mail, and the request stands here."
          />
        ),
      }}
      entries={requests.map((request) => ({
        key: request.exitRequestId,
        card: (
          <ExitRequestCard
            organization={organization}
            request={request}
            isActing={isActing}
            outcome={outcome?.answer.exitRequestId === request.exitRequestId ? outcome : undefined}
            onAnswer={act}
          />
        ),
      }))}
    />
  )
}
