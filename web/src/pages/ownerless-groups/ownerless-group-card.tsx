import { Button } from '@fluentui/react-components'
import { PersonProhibitedRegular } from '@fluentui/react-icons/svg/person-prohibited'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { OwnerlessGroup } from '@foyer/contracts/ownerless-group'
import { Trans, useLingui } from '@lingui/react'
import { Card } from '../../ui/card.tsx'
import { OutsideLink } from '../../ui/outside-link.tsx'
import { Pill } from '../../ui/pill.tsx'
import { Undecided } from '../answers/undecided.tsx'
import { useAsked } from '../answers/use-asked.ts'
import { GroupTile } from '../organization/group-tile.tsx'
import { KindIcon } from '../organization/group-icon.tsx'
import { nameKind } from '../organization/membership-words.ts'
import { OwnerlessFacts } from './ownerless-facts.tsx'
import styles from './ownerless-groups.module.css'
import type { Waived, Waiver } from './waive.ts'
import { WaiveQuestion } from './waive-question.tsx'

/** One group: since when it has no owner, whom it lost, who is proposed, and the two ways on. */
export function OwnerlessGroupCard({
  organization,
  group,
  isActing,
  outcome,
  onWaive,
}: {
  organization: OrganizationLocation
  group: OwnerlessGroup
  isActing: boolean
  /** What was said of it last, and how that went. */
  outcome: Waived | undefined
  onWaive: (waiver: Waiver) => void
}) {
  const { i18n } = useLingui()
  const { groupId, name, kind, microsoftOwnersUrl } = group
  const { question, ask, close } = useAsked<'waive'>(isActing, outcome)
  const failure = outcome?.failure
  return (
    <Card
      heading={
        <span className={styles.head}>
          <GroupTile>
            <KindIcon kind={kind} />
          </GroupTile>
          <span className={styles.name}>
            <bdi>{name}</bdi>
            <span className={styles.kind}>{nameKind(i18n, kind)}</span>
          </span>
          <Pill tone="bad" icon={<PersonProhibitedRegular />}>
            <Trans id="ownerless.pill" message="No owner" />
          </Pill>
        </span>
      }
    >
      <div className={styles.facts}>
        <OwnerlessFacts group={group} organization={organization.name} />
      </div>
      {failure ? (
        <div className={styles.failure}>
          <Undecided
            organization={organization}
            failure={failure}
            isActing={isActing}
            onRetry={() => onWaive(outcome.waiver)}
          />
        </div>
      ) : null}
      <div className={styles.acts}>
        <OutsideLink href={microsoftOwnersUrl}>
          <Trans id="ownerless.name-owner" message="Name an owner at Microsoft" />
        </OutsideLink>
        <Button
          appearance="subtle"
          disabledFocusable={isActing}
          aria-label={i18n._(
            /*i18n*/ {
              id: 'ownerless.waive.name',
              message: 'It needs none: {name}',
              values: { name },
            },
          )}
          onClick={({ currentTarget }) => ask('waive', currentTarget)}
        >
          <Trans id="ownerless.waive" message="It needs none" />
        </Button>
      </div>
      {question ? (
        <WaiveQuestion
          name={name}
          isActing={isActing}
          onCancel={close}
          onWaive={(reason) => onWaive({ groupId, name, reason })}
        />
      ) : null}
    </Card>
  )
}
