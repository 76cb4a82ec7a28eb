import { Trans, useLingui } from '@lingui/react'
import { useLoaderData } from 'react-router'
import { paths } from '../../paths.ts'
import { useAccounts } from '../../session/session-provider.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import styles from './inbox.module.css'
import type { inboxLoader } from './inbox-loader.ts'
import { InboxSection } from './inbox-section.tsx'

/** The invitations of a person, as each of their organizations knows them. */
export function InboxPage() {
  const { i18n } = useLingui()
  const { inboxes } = useLoaderData<typeof inboxLoader>()
  const { accounts } = useAccounts()
  const mailOf = (accountId: string | undefined) =>
    accounts.find(({ accountIds }) => accountId && accountIds.includes(accountId))?.mail
  return (
    <div className={styles.page}>
      <PageTitle inWindow={i18n._(/*i18n*/ { id: 'inbox.title', message: 'Your invitations' })}>
        <Trans id="inbox.title" message="Your invitations" />
      </PageTitle>
      <p className={styles.lead}>
        <Trans
          id="inbox.lead"
          message="What the organizations that know you have invited you to, and what waits for whom."
        />
      </p>
      {inboxes.map((inbox) => (
        <InboxSection
          key={inbox.key}
          inbox={inbox}
          seenAs={accounts.length > 1 ? mailOf(inbox.accountId) : undefined}
        />
      ))}
      <section className={styles.elsewhere} aria-labelledby="inbox-elsewhere">
        <h2 id="inbox-elsewhere" className={styles.heading}>
          <Trans id="inbox.elsewhere" message="Invited somewhere else?" />
        </h2>
        <p>
          <Trans
            id="inbox.elsewhere.text"
            message="An organization where you are not a guest yet cannot show its invitation here: nobody but you and it knows of it. Its link is in your mail. If Microsoft does not let you in, the help with signing in tells why."
          />
        </p>
        <div className={styles.ways}>
          {/* A page of its own, which this router does not know. */}
          <a href="/i">
            <Trans id="inbox.lost" message="I cannot find the mail" />
          </a>
          <LinkButton to={paths.signInHelp}>
            <Trans id="inbox.help" message="Help with signing in" />
          </LinkButton>
        </div>
      </section>
    </div>
  )
}
