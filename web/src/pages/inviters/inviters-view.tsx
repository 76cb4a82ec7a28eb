import { Button } from '@fluentui/react-components'
import type { InvitingDelegation } from '@foyer/contracts/inviting-delegation'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { MessageDescriptor } from '@lingui/core'
import { Trans, useLingui } from '@lingui/react'
import { useState } from 'react'
import { useAct } from '../../ui/use-act.ts'
import { AnswersPage } from '../answers/answers-page.tsx'
import { useAsked } from '../answers/use-asked.ts'
import type { Decided, decideInvitingAction } from './decide-inviting.ts'
import { InviterCard } from './inviter-card.tsx'
import { LetQuestion } from './let-question.tsx'

/** Who was let, and the way to let somebody else. */
export function InvitersView({
  organization,
  delegations,
}: {
  organization: OrganizationLocation
  delegations: readonly InvitingDelegation[]
}) {
  const { i18n } = useLingui()
  const { act, isActing, outcome } = useAct<typeof decideInvitingAction>()
  const isLetting = outcome?.decision.what === 'let'
  // Where nobody was let the question stays, with what was written.
  const [lastLet, setLastLet] = useState<Decided>()
  if (isLetting && !outcome.failure && outcome !== lastLet) setLastLet(outcome)
  const { question, ask, close } = useAsked<'let'>(isActing, lastLet)
  const name = <bdi>{organization.name}</bdi>
  return (
    <>
      <AnswersPage
        organization={organization}
        inWindow={i18n._(
          /*i18n*/ {
            id: 'inviters.window',
            message: 'Who may invite to {name}',
            values: { name: organization.name },
          },
        )}
        title={<Trans id="inviters.title" message="Who may invite by your word" />}
        lead={
          <Trans
            id="inviters.lead"
            message="Besides those whom {name} lets invite at Microsoft. Each ends on a day, and every invitation asks anew whether it still holds. Where {name} lets nobody invite, this lets nobody either."
            values={{ name }}
          />
        }
        act={
          <Button
            appearance="primary"
            disabledFocusable={isActing}
            onClick={({ currentTarget }) => ask('let', currentTarget)}
          >
            <Trans id="inviters.let" message="Let somebody invite" />
          </Button>
        }
        done={outcome && !outcome.failure ? tellDecided(outcome) : undefined}
        empty={{
          title: <Trans id="inviters.empty" message="Nobody invites by your word" />,
          text: (
            <Trans
              id="inviters.empty.text"
              message="Who may invite is what {name} decided at Microsoft, and nobody besides."
              values={{ name }}
            />
          ),
        }}
        entries={delegations.map((delegation) => ({
          key: delegation.personId,
          card: (
            <InviterCard
              organization={organization}
              delegation={delegation}
              isActing={isActing}
              failure={
                outcome?.decision.what === 'end' &&
                outcome.decision.personId === delegation.personId
                  ? outcome.failure
                  : undefined
              }
              onEnd={(called) => act({ what: 'end', personId: delegation.personId, name: called })}
            />
          ),
        }))}
      />
      {question ? (
        <LetQuestion
          organization={organization}
          isActing={isActing}
          failure={isLetting ? outcome.failure : undefined}
          onCancel={close}
          onLet={(words) => act({ what: 'let', ...words })}
        />
      ) : null}
    </>
  )
}

function tellDecided({ decision }: Decided): MessageDescriptor {
  return decision.what === 'let'
    ? /*i18n*/ {
        id: 'inviters.let.done',
        message: 'Whoever has the address {mail} may invite now.',
        values: { mail: decision.mail },
      }
    : /*i18n*/ {
        id: 'inviters.ended',
        message:
          '{name} may not invite by your word any more, and what they have sent is not accepted either.',
        values: { name: decision.name },
      }
}
