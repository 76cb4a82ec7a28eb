import type { OwnerlessGroup } from '@foyer/contracts/ownerless-group'
import { Trans, useLingui } from '@lingui/react'
import { formatDay } from '../../language/dates.ts'
import { Fact, Facts } from '../../ui/facts.tsx'

/** Since when a group has no owner, who was the last, and whom they propose. */
export function OwnerlessFacts({
  group: { since, leftBy, proposed },
  organization,
}: {
  group: OwnerlessGroup
  organization: string
}) {
  const { i18n } = useLingui()
  return (
    <Facts>
      <Fact name={<Trans id="ownerless.since" message="Without an owner since" />}>
        {formatDay(i18n, since)}
      </Fact>
      <Fact name={<Trans id="ownerless.last" message="Last owner" />}>
        {leftBy === undefined ? (
          <Trans id="ownerless.last.erased" message="A guest whose name is erased" />
        ) : (
          <Trans
            id="ownerless.last.left"
            message="{name}, a guest who left"
            values={{ name: <bdi>{leftBy}</bdi> }}
          />
        )}
      </Fact>
      <Fact name={<Trans id="ownerless.proposed" message="Whom they proposed" />}>
        <Proposed proposed={proposed} organization={organization} />
      </Fact>
    </Facts>
  )
}

function Proposed({
  proposed,
  organization,
}: {
  proposed: OwnerlessGroup['proposed']
  organization: string
}) {
  if (!proposed) return <Trans id="ownerless.proposed.nobody" message="Nobody" />
  const name = <bdi>{proposed.name}</bdi>
  if (proposed.isThere) return name
  if (proposed.name === undefined) {
    return (
      <Trans
        id="ownerless.proposed.erased"
        message="Somebody who is not at {organization} any more"
        values={{ organization: <bdi>{organization}</bdi> }}
      />
    )
  }
  return (
    <Trans
      id="ownerless.proposed.gone"
      message="{name}, who is not at {organization} any more"
      values={{ name, organization: <bdi>{organization}</bdi> }}
    />
  )
}
