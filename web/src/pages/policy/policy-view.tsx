import { Button } from '@fluentui/react-components'
import type { Policy, PolicyVersion } from '@foyer/contracts/policy'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { type ComponentProps, useState } from 'react'
import { useRevalidator } from 'react-router'
import { formatDay } from '../../language/dates.ts'
import { paths } from '../../paths.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useAct } from '../../ui/use-act.ts'
import type { savePolicyAction } from './change-policy.ts'
import { draftOf, isSame, readDraft } from './draft.ts'
import { ExceptionsCard } from './exceptions-card.tsx'
import { InvitingCard } from './inviting-card.tsx'
import { PreviewCard } from './preview-card.tsx'
import { RuleCards } from './rule-cards.tsx'
import styles from './policy.module.css'

/** The policy in sentences that are filled in, and beside them what it would do. */
export function PolicyView({
  organization,
  kept,
  exceptions,
}: {
  organization: OrganizationLocation
  kept: PolicyVersion
  exceptions: ComponentProps<typeof ExceptionsCard>['exceptions']
}) {
  const { i18n } = useLingui()
  const { revalidate } = useRevalidator()
  const before = draftOf(kept.policy)
  const [draft, setDraft] = useState(before)
  const { isActing, outcome, act } = useAct<typeof savePolicyAction>(
    paths.policy(organization.slug),
  )
  const read = readDraft(draft)
  const policy = 'policy' in read ? read.policy : undefined
  const isNew = kept.version === 0
  const isChanged = !isSame(draft, before)
  const next = kept.version + 1
  const save = (wanted: Policy) => act({ policy: wanted, version: kept.version })
  return (
    <>
      <BackLink to={paths.organization(organization.slug)}>
        <bdi>{organization.name}</bdi>
      </BackLink>
      <PageTitle inWindow={i18n._(/*i18n*/ { id: 'policy.title', message: 'Lifecycle policy' })}>
        <Trans id="policy.title" message="Lifecycle policy" />
      </PageTitle>
      <p className={styles.lead}>
        <Lead kept={kept} />
      </p>
      <div className={styles.page}>
        <div className={styles.rules}>
          <RuleCards
            writing={{
              draft,
              before,
              wrong: 'wrong' in read ? read.wrong : [],
              onType: (rule, text) => setDraft((last) => ({ ...last, [rule]: text })),
            }}
          />
          <ExceptionsCard
            organization={organization}
            exceptions={exceptions}
            onRetry={() => void revalidate()}
          />
          <InvitingCard slug={organization.slug} />
        </div>
        <div className={styles.beside}>
          <PreviewCard organization={organization} policy={policy} version={next} />
          {outcome && 'failure' in outcome ? (
            <FailureMessage
              failure={outcome.failure}
              organization={organization}
              fact={<Trans id="policy.not-saved" message="Nothing was saved." />}
              isRetrying={isActing}
              onRetry={() => policy && save(policy)}
            />
          ) : null}
          <div className={styles.acts}>
            <Button
              appearance="primary"
              disabledFocusable={isActing || policy === undefined || !(isChanged || isNew)}
              onClick={() => policy && save(policy)}
            >
              <Trans id="policy.save" message="Save version {next}" values={{ next }} />
            </Button>
            {isChanged ? (
              <Button onClick={() => setDraft(before)} disabledFocusable={isActing}>
                <Trans id="policy.discard" message="Discard" />
              </Button>
            ) : null}
          </div>
        </div>
      </div>
    </>
  )
}

/** Which version is in force, and by whom. */
function Lead({ kept: { version, madeAt, madeBy } }: { kept: PolicyVersion }) {
  const { i18n } = useLingui()
  if (version === 0 || !madeAt) {
    return (
      <Trans
        id="policy.lead.none"
        message="Nothing is in force yet. This is what Foyer proposes; it holds once you save it."
      />
    )
  }
  const day = formatDay(i18n, madeAt)
  return madeBy ? (
    <Trans
      id="policy.lead"
      message="Version {version}, by {name}, since {day}."
      values={{ version, name: <bdi>{madeBy}</bdi>, day }}
    />
  ) : (
    <Trans
      id="policy.lead.unknown"
      message="Version {version}, since {day}."
      values={{ version, day }}
    />
  )
}
