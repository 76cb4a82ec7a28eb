import { Trans, useLingui } from '@lingui/react'
import { useNavigate, useSubmit } from 'react-router'
import { formatNames } from '../language/names.ts'
import { paths } from '../paths.ts'
import type { SignedInAccount } from '../session/session-provider.tsx'
import { Face } from '../ui/face.tsx'
import menu from './account-menu.module.css'
import { HeaderMenu } from './header-menu.tsx'

/** Who is signed in, where, and the ways in and out. */
export function AccountMenu({
  accounts,
}: {
  accounts: readonly [SignedInAccount, ...SignedInAccount[]]
}) {
  const submit = useSubmit()
  const navigate = useNavigate()
  const [{ name, mail }] = accounts
  const signOut = (from: 'here' | 'microsoft') =>
    void submit({ from }, { method: 'post', action: paths.signOut })
  return (
    <HeaderMenu
      icon={<Face name={name} size="small" tone="own" />}
      caption={
        <span className={menu.caption}>
          <span className="foyer-hidden">
            <Trans id="account.menu" message="Account:" />{' '}
          </span>
          <bdi className={menu.captionName}>{name}</bdi>{' '}
          {accounts.length > 1 ? (
            <span className={menu.captionMail}>
              <Trans
                id="account.others"
                message="{count, plural, one {and one more account} other {and # more accounts}}"
                values={{ count: accounts.length - 1 }}
              />
            </span>
          ) : (
            <bdi className={menu.captionMail}>{mail}</bdi>
          )}
        </span>
      }
      introduction={
        <ul className={menu.accounts}>
          {accounts.map((account) => (
            <AccountEntry key={account.mail} account={account} />
          ))}
        </ul>
      }
      entries={[
        {
          key: 'accounts',
          words: <Trans id="account.manage" message="Add or remove an account" />,
          choose: () => void navigate(paths.accounts),
        },
        {
          key: 'here',
          words:
            accounts.length > 1 ? (
              <Trans id="account.sign-out-all" message="Sign out all in this browser" />
            ) : (
              <Trans id="account.sign-out-here" message="Sign out in this browser" />
            ),
          choose: () => signOut('here'),
        },
        {
          key: 'microsoft',
          words: <Trans id="account.sign-out-microsoft" message="Sign out at Microsoft too" />,
          choose: () => signOut('microsoft'),
        },
      ]}
    />
  )
}

function AccountEntry({ account: { name, mail, organizations } }: { account: SignedInAccount }) {
  const { i18n } = useLingui()
  return (
    <li className={menu.who}>
      <bdi className={menu.name}>{name}</bdi>
      <bdi>{mail}</bdi>
      {organizations.length > 0 ? <bdi>{formatNames(i18n, organizations)}</bdi> : null}
    </li>
  )
}
