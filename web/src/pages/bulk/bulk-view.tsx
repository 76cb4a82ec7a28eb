import type { Bulk } from '@foyer/contracts/bulk-extension'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { MessageDescriptor } from '@lingui/core'
import { Trans, useLingui } from '@lingui/react'
import type { Failure } from '../../failure.ts'
import { formatCalendarDay } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { Announce } from '../../ui/announce.tsx'
import { BackLink } from '../../ui/back-link.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { BulkActs } from './bulk-acts.tsx'
import { BulkCard } from './bulk-card.tsx'
import { countWanted, settledTenths } from './bulk-progress.ts'
import styles from './bulk.module.css'

/** How it goes, failures first; it can be closed, stopped, and found again at its address. */
export function BulkView({
  organization,
  bulkId,
  bulk,
  renewalFailure,
}: {
  organization: OrganizationLocation
  bulkId: string
  bulk: Bulk
  /** Why it could not be read again. */
  renewalFailure: Failure | undefined
}) {
  const { i18n } = useLingui()
  const title = tellTitle(bulk)
  const isOpen = bulk.state === 'under-way'
  return (
    <div className={styles.page}>
      <div className={styles.title}>
        <BackLink to={paths.guests(organization.slug)}>
          <Trans id="guests.title" message="My guests" />
        </BackLink>
        <PageTitle inWindow={i18n._(title)}>
          <Say text={title} />
        </PageTitle>
        <p className={styles.lead}>
          <Trans
            id="bulk.until"
            message="Until {day}:"
            values={{ day: formatCalendarDay(i18n, bulk.until) }}
          />{' '}
          <q>
            <bdi>{bulk.reason}</bdi>
          </q>{' '}
          {isOpen ? (
            <Trans
              id="bulk.close"
              message="You can close this page. The work goes on, and this address shows for 30 days how it went."
            />
          ) : null}
        </p>
      </div>
      <Announce>
        <p className="foyer-hidden">
          {isOpen ? (
            <Trans
              id="bulk.tenths"
              message="{percent} percent done"
              values={{ percent: settledTenths(bulk) * 10 }}
            />
          ) : (
            <Say text={title} />
          )}
        </p>
      </Announce>
      {renewalFailure ? (
        <FailureMessage
          failure={renewalFailure}
          organization={organization}
          fact={<Trans id="bulk.unseen" message="How it goes on could not be seen; it goes on." />}
          onRetry={() => window.location.reload()}
        />
      ) : null}
      <BulkCard organization={organization} bulk={bulk}>
        <BulkActs organization={organization} bulkId={bulkId} bulk={bulk} />
      </BulkCard>
    </div>
  )
}

function tellTitle(bulk: Bulk): MessageDescriptor {
  const values = { count: countWanted(bulk), done: bulk.done }
  switch (bulk.state) {
    case 'under-way':
      return /*i18n*/ {
        id: 'bulk.under-way',
        message: '{count, plural, one {Extending one guest} other {Extending # guests}}',
        values,
      }
    case 'stopped':
      return /*i18n*/ {
        id: 'bulk.stopped',
        message:
          '{done, plural, =0 {Stopped, nobody is extended} one {Stopped, one guest is extended} other {Stopped, # guests are extended}}',
        values,
      }
    case 'done':
      return /*i18n*/ {
        id: 'bulk.done',
        message:
          '{done, plural, =0 {Nobody is extended} one {One guest is extended} other {# guests are extended}}',
        values,
      }
  }
}
