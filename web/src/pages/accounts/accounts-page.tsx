import { Button } from '@fluentui/react-components'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { Form, useLoaderData } from 'react-router'
import { formatNames } from '../../language/names.ts'
import { paths } from '../../paths.ts'
import { type SignedInAccount, useAccounts } from '../../session/session-provider.tsx'
import { Card } from '../../ui/card.tsx'
import { Face } from '../../ui/face.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { StoppedMessage } from '../../ui/stopped-message.tsx'
import type { Search } from '../find-organization.ts'
import { SearchForm } from '../home/search-form.tsx'
import type { accountsLoader } from './accounts-loader.ts'
import styles from './accounts-page.module.css'
import { AddList } from './add-list.tsx'

/** Who is signed in in this browser; accounts come and go here. */
export function AccountsPage() {
  const { i18n } = useLingui()
  const { organizations, search, attempt } = useLoaderData<typeof accountsLoader>()
  const { accounts } = useAccounts()
  return (
    <div className={styles.page}>
      {attempt ? <StoppedMessage attempt={attempt} /> : null}
      <PageTitle
        inWindow={i18n._(/*i18n*/ { id: 'accounts-page.window', message: 'Your accounts' })}
      >
        <Trans id="accounts-page.title" message="Your accounts in this browser" />
      </PageTitle>
      <ul className={styles.accounts}>
        {accounts.map((account) => (
          <li key={account.mail}>
            <AccountCard account={account} />
          </li>
        ))}
      </ul>
      <AddCard organizations={organizations} search={search} />
    </div>
  )
}

function AccountCard({ account: { name, mail, organizations } }: { account: SignedInAccount }) {
  const { i18n } = useLingui()
  return (
    <article className={styles.account}>
      <Face name={name} size="medium" tone="own" />
      <div className={styles.words}>
        <h2 className={styles.name}>
          <bdi>{name}</bdi>
        </h2>
        <p>
          <bdi>{mail}</bdi>
        </p>
        {organizations.length > 0 ? (
          <p className={styles.places}>
            <Trans
              id="accounts-page.places"
              message="Signed in at {names}"
              values={{ names: <bdi>{formatNames(i18n, organizations)}</bdi> }}
            />
          </p>
        ) : null}
      </div>
      <Form method="post" action={paths.signOut} className={styles.acts}>
        <input type="hidden" name="mail" value={mail} />
        <Button
          type="submit"
          aria-label={i18n._(
            /*i18n*/ {
              id: 'accounts-page.remove.name',
              message: 'Sign out in this browser: {mail}',
              values: { mail },
            },
          )}
        >
          <Trans id="account.sign-out-here" message="Sign out in this browser" />
        </Button>
        <Button
          type="submit"
          name="from"
          value="microsoft"
          appearance="subtle"
          aria-label={i18n._(
            /*i18n*/ {
              id: 'accounts-page.remove-microsoft.name',
              message: 'Sign out at Microsoft too: {mail}',
              values: { mail },
            },
          )}
        >
          <Trans id="account.sign-out-microsoft" message="Sign out at Microsoft too" />
        </Button>
      </Form>
    </article>
  )
}

function AddCard({
  organizations,
  search,
}: {
  organizations: OrganizationLocation[]
  search: Search
}) {
  return (
    <Card
      heading={<Trans id="accounts-page.add" message="Add an account" />}
      note={
        <Trans
          id="accounts-page.add.note"
          message="Were you invited somewhere with another address? Choose the organization that knows it; Microsoft then asks which account you mean."
        />
      }
    >
      <AddList organizations={organizations} />
      <SearchForm
        search={search}
        isMain={organizations.length === 0}
        layout="row"
        action={paths.accounts}
      />
    </Card>
  )
}
