import type { GroupOwnedAlone } from '@foyer/contracts/departure'
import type { Me } from '@foyer/contracts/me'
import { Trans, useLingui } from '@lingui/react'
import { formatNames } from '../../language/names.ts'
import { Message } from '../../ui/message.tsx'
import { OwnerChoices } from './owner-choices.tsx'
import { WhoLearnsOfIt } from './who-learns-of-it.tsx'

/** Groups that lose their last owner with somebody, and whom they propose in their place. */
export function OwnedAlone({
  me,
  groups,
  mayLeave,
}: {
  me: Me
  groups: readonly GroupOwnedAlone[]
  mayLeave: boolean
}) {
  const { i18n } = useLingui()
  const names = groups.map(({ name }) => name)
  return (
    <Message tone="warning">
      <p>
        <Trans
          id="departure.owned-alone"
          message="{count, plural, one {You are the only owner of <0>{names}</0>. When your access ends, it has no owner until {organization} names one.} other {You are the only owner of <0>{names}</0>. When your access ends, they have no owner until {organization} names others.}}"
          values={{
            count: groups.length,
            names: formatNames(i18n, names),
            organization: <bdi>{me.organization.name}</bdi>,
          }}
          components={{ 0: <strong /> }}
        />
      </p>
      {mayLeave ? (
        <>
          <WhoLearnsOfIt me={me} />
          <OwnerChoices me={me} groups={groups} />
        </>
      ) : null}
    </Message>
  )
}
