import { Trans } from '@lingui/react'
import { useSubmit } from 'react-router'
import { paths } from '../paths.ts'
import type { Account } from '../session/session-provider.tsx'
import { Face } from '../ui/face.tsx'
import menu from './account-menu.module.css'
import { HeaderMenu } from './header-menu.tsx'

/** Who is signed in, and the two ways out. */
export function AccountMenu({ account: { name, mail } }: { account: Account }) {
  const submit = useSubmit()
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
          <bdi className={menu.captionMail}>{mail}</bdi>
        </span>
      }
      introduction={
        <p className={menu.who}>
          <bdi className={menu.name}>{name}</bdi>
          <bdi>{mail}</bdi>
        </p>
      }
      entries={[
        {
          key: 'here',
          words: <Trans id="account.sign-out-here" message="Sign out in this browser" />,
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
