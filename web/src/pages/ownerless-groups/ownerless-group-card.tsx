import { Button } from '@fluentui/react-components'
import { PersonProhibitedRegular } from '@fluentui/react-icons/svg/person-prohibited'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { OwnerlessGroup } from '@foyer/contracts/ownerless-group'
import { Trans, useLingui } from '@lingui/react'
import { useEffect, useRef, useState } from 'react'
import { Card } from '../../ui/card.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { OutsideLink } from '../../ui/outside-link.tsx'
import { Pill } from '../../ui/pill.tsx'
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
  const trigger = useRef<HTMLElement>(null)
  const [asked, setAsked] = useState<{ readonly before: Waived | undefined }>()
  // The question stays until it is known how the answer went.
  const isAsked = asked !== undefined && (isActing || outcome === asked.before)
  const wasAsked = useRef(false)
  useEffect(() => {
    if (wasAsked.current && !isAsked) trigger.current?.focus()
    wasAsked.current = isAsked
  }, [isAsked])
  const failure = outcome?.failure
  return (
    <Card
      heading={
        <span className={styles.head}>
          <span className={styles.tile} aria-hidden="true">
            <KindIcon kind={kind} />
          </span>
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
          <FailureMessage
            failure={failure}
            organization={organization}
            fact={
              failure.isUncertain ? (
                <Trans
                  id="left-guests.unknown"
                  message="Whether it was decided could not be seen. To try again does no harm."
                />
              ) : (
                <Trans id="left-guests.undecided" message="It has not been decided by that." />
              )
            }
            isRetrying={isActing}
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
          onClick={({ currentTarget }) => {
            trigger.current = currentTarget
            setAsked({ before: outcome })
          }}
        >
          <Trans id="ownerless.waive" message="It needs none" />
        </Button>
      </div>
      {isAsked ? (
        <WaiveQuestion
          name={name}
          isActing={isActing}
          onCancel={() => setAsked(undefined)}
          onWaive={(reason) => onWaive({ groupId, name, reason })}
        />
      ) : null}
    </Card>
  )
}
