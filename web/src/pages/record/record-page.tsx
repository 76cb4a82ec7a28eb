import { Trans, useLingui } from '@lingui/react'
import { useLoaderData } from 'react-router'
import { paths } from '../../paths.ts'
import { useAccounts } from '../../session/session-provider.tsx'
import { BlankDoor } from '../../ui/door.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import type { recordLoader } from './record-loader.ts'
import { RecordSection } from './record-section.tsx'
import styles from './record.module.css'

/** What was done here about the person, as each of their organizations has written it down. */
export function RecordPage() {
  const { i18n } = useLingui()
  const { records } = useLoaderData<typeof recordLoader>()
  const { accounts } = useAccounts()
  const mailOf = (accountId: string | undefined) =>
    accounts.find(({ accountIds }) => accountId && accountIds.includes(accountId))?.mail
  return (
    <div className={styles.page}>
      <PageTitle inWindow={i18n._(/*i18n*/ { id: 'record.window', message: 'My record' })}>
        <Trans id="record.title" message="What was done here about you" />
      </PageTitle>
      <p className={styles.lead}>
        <Trans
          id="record.lead"
          message="Each organization has its own record of what you did there through Foyer. Entries are added and never changed."
        />
      </p>
      {records.length === 0 ? <NothingKnown /> : null}
      {records.map((record) => (
        <RecordSection
          key={record.key}
          record={record}
          seenAs={accounts.length > 1 ? mailOf(record.accountId) : undefined}
        />
      ))}
    </div>
  )
}

function NothingKnown() {
  return (
    <section className={styles.nothing}>
      <BlankDoor size="large" />
      <h2 className={styles.heading}>
        <Trans id="record.nothing.title" message="This browser knows no organization of yours" />
      </h2>
      <p>
        <Trans
          id="record.nothing"
          message="Open an organization once in this browser, and its record of you appears here."
        />
      </p>
      <LinkButton to={paths.home}>
        <Trans id="remedy.home" message="Back to my organizations" />
      </LinkButton>
    </section>
  )
}
