import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { SuccessionAsk } from '@foyer/contracts/succession'
import { Trans, useLingui } from '@lingui/react'
import type { Begun } from '../../session/begun.ts'
import { useAct } from '../../ui/use-act.ts'
import { AnswersPage } from '../answers/answers-page.tsx'
import type { answerAskedAction } from './answer-asked.ts'
import { AskedCard } from './asked-card.tsx'
import { tellAnswered } from './asked-words.ts'

/** Every question that waits for an answer, the newest first. */
export function AskedView({
  organization,
  asked,
  begun,
}: {
  organization: OrganizationLocation
  asked: readonly SuccessionAsk[]
  /** What was answered before a sign-in anew. */
  begun: Begun | undefined
}) {
  const { i18n } = useLingui()
  const { act, isActing, outcome } = useAct<typeof answerAskedAction>()
  return (
    <AnswersPage
      organization={organization}
      inWindow={i18n._(
        /*i18n*/ {
          id: 'asked.window',
          message: 'Asked of you at {name}',
          values: { name: organization.name },
        },
      )}
      title={<Trans id="asked.title" message="Asked of you" />}
      lead={
        <Trans
          id="asked.lead"
          message="Somebody is looked for who vouches for these guests of {name}. You may decline, without a reason; whoever says nothing changes nothing."
          values={{ name: <bdi>{organization.name}</bdi> }}
        />
      }
      done={outcome && !outcome.failure ? tellAnswered(outcome.answer) : undefined}
      empty={{
        title: <Trans id="asked.empty" message="You are not asked to vouch for anybody" />,
        text: (
          <Trans
            id="asked.empty.text"
            message="When you are, you get a mail, and the question stands here."
          />
        ),
      }}
      entries={asked.map((ask) => ({
        key: ask.successionId,
        card: (
          <AskedCard
            organization={organization}
            ask={ask}
            begun={begun?.words['successionId'] === ask.successionId ? begun : undefined}
            isActing={isActing}
            outcome={outcome?.answer.successionId === ask.successionId ? outcome : undefined}
            onAnswer={act}
          />
        ),
      }))}
    />
  )
}
