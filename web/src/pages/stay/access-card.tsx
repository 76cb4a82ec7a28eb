import type { Me } from '@foyer/contracts/me'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { MyAccess } from '@foyer/contracts/stay'
import { Trans, useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { formatCalendarDay, formatDay } from '../../language/dates.ts'
import { Card } from '../../ui/card.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { findAskable } from './access.ts'
import { AccessActs } from './access-acts.tsx'
import styles from './access-card.module.css'
import { AccessTitle, AccessWaiting } from './access-skeleton.tsx'
import { AccessTimeline } from './access-timeline.tsx'
import { NotAskableReason } from './not-askable-reason.tsx'
import { RequestState } from './request-state.tsx'
import type { Stay } from './use-stay.ts'

/** Until when somebody has access, who decided that, and what they can do about it. */
export function AccessCard({
  organization,
  me,
  stay,
  onRetry,
}: {
  organization: OrganizationLocation
  me: Me
  stay: Stay
  onRetry: () => void
}) {
  const { answer, access, isRenewing, renewalFailure } = stay
  if (!answer) return <AccessWaiting name={me.organization.name} />
  const failure = 'failure' in answer ? answer.failure : renewalFailure
  if (!access && !failure) return null
  return (
    <Card heading={<AccessTitle />}>
      {failure ? (
        <div className={styles.part}>
          <FailureMessage
            failure={failure}
            organization={organization}
            fact={
              <Trans id="stay.unread" message="How long you have access could not be read now." />
            }
            isRetrying={isRenewing}
            onRetry={onRetry}
          />
        </div>
      ) : null}
      {access ? <Known organization={organization} me={me} access={access} stay={stay} /> : null}
    </Card>
  )
}

function Known({
  organization,
  me,
  access,
  stay,
}: {
  organization: OrganizationLocation
  me: Me
  access: MyAccess
  stay: Stay
}): ReactNode {
  const askable = findAskable(access)
  const isOpen = access.request?.state === 'open'
  return (
    <>
      {access.end ? <AccessTimeline access={access} end={access.end} since={me.since} /> : null}
      <WhoSet access={access} />
      {typeof askable === 'string' && !isOpen ? (
        <NotAskableReason why={askable} access={access} me={me} />
      ) : null}
      {access.request ? (
        <RequestState organization={organization} me={me} request={access.request} stay={stay} />
      ) : null}
      <AccessActs
        me={me}
        access={access}
        slug={organization.slug}
        canAsk={typeof askable !== 'string' && !isOpen}
      />
    </>
  )
}

/** Who set a day for this guest, when and why. What was granted stands with the request. */
function WhoSet({ access: { set, request } }: { access: MyAccess }) {
  const { i18n } = useLingui()
  if (!set || request?.grantedUntil === set.until) return null
  return (
    <p className={styles.part}>
      <Trans
        id="stay.set"
        message="{by} set {day} on {setDay}, with these words: {reason}"
        values={{
          by: <bdi>{set.by}</bdi>,
          day: formatCalendarDay(i18n, set.until),
          setDay: formatDay(i18n, set.at),
          reason: <q>{set.reason}</q>,
        }}
      />
    </p>
  )
}
