import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { OwnerlessGroup } from '@foyer/contracts/ownerless-group'
import type { MessageDescriptor } from '@lingui/core'
import { Trans, useLingui } from '@lingui/react'
import { useAct } from '../../ui/use-act.ts'
import { AnswersPage } from '../answers/answers-page.tsx'
import { OwnerlessGroupCard } from './ownerless-group-card.tsx'
import type { waiveAction } from './waive.ts'

/** Every group without an owner, the oldest first. */
export function OwnerlessGroupsView({
  organization,
  groups,
  otherGroups,
}: {
  organization: OrganizationLocation
  groups: readonly OwnerlessGroup[]
  otherGroups: number
}) {
  const { i18n } = useLingui()
  const { act, isActing, outcome } = useAct<typeof waiveAction>()
  const { name } = organization
  return (
    <AnswersPage
      organization={organization}
      inWindow={i18n._(
        /*i18n*/ {
          id: 'ownerless.window',
          message: 'Groups of {name} without an owner',
          values: { name },
        },
      )}
      title={<Trans id="ownerless.title" message="Groups without an owner" />}
      lead={
        <Trans
          id="ownerless.lead"
          message="{count, plural, =0 {What a guest owned alone stands here once they have left, until you have named another owner at Microsoft.} one {One group waits for an owner: its only one was a guest who has left. You name another at Microsoft, and Foyer sees it the next time somebody looks here.} other {# groups wait for an owner: their only ones were guests who have left. You name others at Microsoft, and Foyer sees it the next time somebody looks here.}}"
          values={{ count: groups.length + otherGroups }}
        />
      }
      done={outcome && !outcome.failure ? tellWaived(outcome.waiver.name) : undefined}
      empty={{
        title: <Trans id="ownerless.empty" message="No group waits for an owner" />,
        text: <Trans id="ownerless.empty.text" message="Nothing is left to do here." />,
      }}
      entries={groups.map((group) => ({
        key: group.groupId,
        card: (
          <OwnerlessGroupCard
            organization={organization}
            group={group}
            isActing={isActing}
            outcome={outcome?.waiver.groupId === group.groupId ? outcome : undefined}
            onWaive={act}
          />
        ),
      }))}
    />
  )
}

function tellWaived(name: string): MessageDescriptor {
  return /*i18n*/ {
    id: 'ownerless.waived',
    message: '{name} needs no owner. That stands in the journal, with your name.',
    values: { name },
  }
}
