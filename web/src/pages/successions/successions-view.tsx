import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { Succession } from '@foyer/contracts/succession'
import { Trans, useLingui } from '@lingui/react'
import { AnswersPage } from '../answers/answers-page.tsx'
import { ListedSuccession } from './listed-succession.tsx'

/** Every guest for whom somebody is looked for: those first for whom nobody is left to ask. */
export function SuccessionsView({
  organization,
  successions,
}: {
  organization: OrganizationLocation
  successions: readonly Succession[]
}) {
  const { i18n } = useLingui()
  const isStuck = ({ state }: Succession) => state === 'exhausted'
  const byNeed = [
    ...successions.filter(isStuck),
    ...successions.filter((succession) => !isStuck(succession)),
  ]
  return (
    <AnswersPage
      organization={organization}
      inWindow={i18n._(
        /*i18n*/ {
          id: 'successions.window',
          message: 'Guests of {name} who need a sponsor',
          values: { name: organization.name },
        },
      )}
      title={<Trans id="successions.title" message="Guests who need a sponsor" />}
      lead={
        <Trans
          id="successions.lead"
          message="Foyer asks one colleague after the other. Where nobody is left to ask, open the guest’s page and name somebody; nobody vouches before they accept."
        />
      }
      done={undefined}
      empty={{
        title: <Trans id="successions.empty" message="Nobody is looked for" />,
        text: (
          <Trans
            id="successions.empty.text"
            message="When a guest is handed over, or nobody vouches for one any more, it stands here."
          />
        ),
      }}
      entries={byNeed.map((succession) => ({
        key: succession.successionId,
        card: <ListedSuccession organization={organization} succession={succession} />,
      }))}
    />
  )
}
