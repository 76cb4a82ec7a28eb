import { BranchForkRegular } from '@fluentui/react-icons/svg/branch-fork'
import { FlashRegular } from '@fluentui/react-icons/svg/flash'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import type { GuestDetail, GuestGroup } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { formatDay } from '../../language/dates.ts'
import { Card } from '../../ui/card.tsx'
import { Pill } from '../../ui/pill.tsx'
import { KindIcon } from '../organization/group-icon.tsx'
import { GroupTile } from '../organization/group-tile.tsx'
import { nameKind } from '../organization/membership-words.ts'
import styles from './reach-card.module.css'

/** The groups of a guest, what has come since somebody confirmed them first. */
export function ReachCard({
  organization,
  guest: { name, groups, hiddenGroups, confirmedAt },
}: {
  organization: OrganizationLocation
  guest: GuestDetail
}) {
  const { i18n } = useLingui()
  const added = groups.filter(({ isNew }) => isNew).length
  const sorted = groups.toSorted((one, other) => Number(other.isNew) - Number(one.isNew))
  return (
    <Card
      heading={
        <Trans
          id="guest.reach"
          message="What {name} can reach"
          values={{ name: <bdi>{name}</bdi> }}
        />
      }
      note={
        confirmedAt ? (
          <Trans
            id="guest.reach.added"
            message="{added, plural, =0 {Nothing was added since somebody confirmed on {day}.} one {One group was added since somebody confirmed on {day}.} other {# groups were added since somebody confirmed on {day}.}}"
            values={{ added, day: formatDay(i18n, confirmedAt) }}
          />
        ) : (
          <Trans
            id="guest.reach.unconfirmed"
            message="Nobody has confirmed yet, so what is new among it is not known."
          />
        )
      }
    >
      {groups.length === 0 && hiddenGroups === 0 ? (
        <p className={styles.rest}>
          <Trans
            id="guest.reach.none"
            message="They are in no group. Other access is not seen here."
          />
        </p>
      ) : (
        <ul className={styles.list}>
          {sorted.map((group) => (
            <GroupEntry key={group.groupId} organization={organization} group={group} />
          ))}
        </ul>
      )}
      {hiddenGroups > 0 ? (
        <p className={styles.rest}>
          <Trans
            id="guest.reach.hidden"
            message="{hiddenGroups, plural, one {And one group whose members {name} hides.} other {And # groups whose members {name} hides.}}"
            values={{ hiddenGroups, name: <bdi>{organization.name}</bdi> }}
          />
        </p>
      ) : null}
    </Card>
  )
}

function GroupEntry({
  organization,
  group: { name, kind, how, isNew },
}: {
  organization: OrganizationLocation
  group: GuestGroup
}) {
  const { i18n } = useLingui()
  return (
    <li className={styles.group}>
      <GroupTile>
        {how === 'rule' ? (
          <FlashRegular />
        ) : how === 'group' ? (
          <BranchForkRegular />
        ) : (
          <KindIcon kind={kind} />
        )}
      </GroupTile>
      <div className={styles.words}>
        <div className={styles.nameLine}>
          <h3 className={styles.name}>
            <bdi>{name}</bdi>
          </h3>
          <span className={styles.kind}>{nameKind(i18n, kind)}</span>
          {isNew ? (
            <Pill tone="warn" icon={<WarningFilled fontSize={16} />}>
              <Trans id="guest.reach.new" message="New" />
            </Pill>
          ) : null}
        </div>
        <p className={styles.why}>
          <Why how={how} organization={organization.name} />
        </p>
      </div>
    </li>
  )
}

function Why({ how, organization }: { how: GuestGroup['how']; organization: string }) {
  switch (how) {
    case 'rule':
      return (
        <Trans
          id="guest.reach.rule"
          message="A rule of {organization} adds everyone it fits."
          values={{ organization: <bdi>{organization}</bdi> }}
        />
      )
    case 'group':
      return <Trans id="guest.reach.group" message="Through another group." />
    case 'assigned':
      return <Trans id="guest.reach.assigned" message="In it by name." />
    case 'none':
      return <Trans id="guest.reach.owner" message="Owns it." />
  }
}
