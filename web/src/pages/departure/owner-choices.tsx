import { Field, Select } from '@fluentui/react-components'
import type { GroupOwnedAlone, ProposedOwner } from '@foyer/contracts/departure'
import type { Me } from '@foyer/contracts/me'
import { Trans } from '@lingui/react'
import styles from './departure.module.css'
import { useProposals } from './use-proposals.ts'

/** For each group the people whom its only owner can propose; to propose nobody is as good. */
export function OwnerChoices({ me, groups }: { me: Me; groups: readonly GroupOwnedAlone[] }) {
  const { proposals, propose } = useProposals(me, groups)
  const open = groups.filter(({ candidates }) => candidates && candidates.length > 0)
  if (open.length === 0) return null
  return (
    <div className={styles.owners}>
      <p>
        <Trans
          id="departure.propose"
          message="You can propose a new owner. {name} sees it, and decides."
          values={{ name: <bdi>{me.organization.name}</bdi> }}
        />
      </p>
      {open.map((group) => (
        <OwnerChoice
          key={group.groupId}
          group={group}
          chosen={proposals.find(({ groupId }) => groupId === group.groupId)}
          onPropose={(personId) => propose(group.groupId, personId)}
        />
      ))}
    </div>
  )
}

function OwnerChoice({
  group: { name, candidates = [] },
  chosen,
  onPropose,
}: {
  group: GroupOwnedAlone
  chosen: ProposedOwner | undefined
  onPropose: (personId: ProposedOwner['personId'] | undefined) => void
}) {
  return (
    <Field
      label={
        <Trans
          id="departure.propose.owner"
          message="New owner of {name}"
          values={{ name: <bdi>{name}</bdi> }}
        />
      }
    >
      <Select
        size="large"
        value={chosen?.personId ?? ''}
        onChange={(_, { value }) =>
          onPropose(candidates.find(({ personId }) => personId === value)?.personId)
        }
      >
        <option value="">
          <Trans id="departure.propose.nobody" message="I propose nobody" />
        </option>
        {candidates.map(({ personId, name: person }) => (
          <option key={personId} value={personId}>
            {person}
          </option>
        ))}
      </Select>
    </Field>
  )
}
