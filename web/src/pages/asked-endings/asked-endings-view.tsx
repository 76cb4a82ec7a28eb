import type { AskedEnding } from '@foyer/contracts/ending'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useAct } from '../../ui/use-act.ts'
import { AnswersPage } from '../answers/answers-page.tsx'
import { type answerEndingAction, tellAnswered } from './answer.ts'
import { AskedEndingCard } from './asked-ending-card.tsx'

/** Every end of access that waits for an operator, the oldest first. */
export function AskedEndingsView({
  organization,
  endings,
}: {
  organization: OrganizationLocation
  endings: readonly AskedEnding[]
}) {
  const { i18n } = useLingui()
  const { act, isActing, outcome } = useAct<typeof answerEndingAction>()
  return (
    <AnswersPage
      organization={organization}
      inWindow={i18n._(
        /*i18n*/ {
          id: 'asked-endings.window',
          message: 'Ends of access at {name} that wait for you',
          values: { name: organization.name },
        },
      )}
      title={<Trans id="asked-endings.title" message="Ends of access that wait for you" />}
      lead={
        <Trans
          id="asked-endings.lead"
          message="Who ends the access of many guests on one day needs an operator to agree with the next. Nothing happens to a guest until you do."
        />
      }
      done={outcome && !outcome.failure ? tellAnswered(outcome.answer) : undefined}
      empty={{
        title: <Trans id="asked-endings.empty" message="Nobody waits for your word" />,
        text: (
          <Trans
            id="asked-endings.empty.text"
            message="When somebody ends more than is usual, it stands here."
          />
        ),
      }}
      entries={endings.map((ending) => ({
        key: ending.endingId,
        card: (
          <AskedEndingCard
            organization={organization}
            ending={ending}
            isActing={isActing}
            outcome={outcome?.answer.endingId === ending.endingId ? outcome : undefined}
            onAnswer={act}
          />
        ),
      }))}
    />
  )
}
