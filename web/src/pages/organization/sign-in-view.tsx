import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import type { Attempt } from '../../session/attempt.ts'
import { Door } from '../../ui/door.tsx'
import { Doorway } from '../../ui/doorway.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { SignInButton } from '../../ui/sign-in-button.tsx'
import { StoppedMessage } from '../../ui/stopped-message.tsx'
import { AccountKinds } from '../account-kinds.tsx'
import styles from './sign-in-view.module.css'

/** The page of an organization where nobody of this browser has a token: one button. */
export function SignInView({
  organization: { slug, name },
  attempt,
}: {
  organization: OrganizationLocation
  attempt: Attempt | undefined
}) {
  const { i18n } = useLingui()
  const shownName = <bdi>{name}</bdi>
  return (
    <>
      {attempt ? <StoppedMessage attempt={attempt} /> : null}
      <Doorway
        beside={<AccountKinds />}
        below={
          <>
            <Link to={paths.home}>
              <Trans id="sign-in.other" message="Another organization" />
            </Link>
            <Link to={paths.signInHelpAt(slug)}>
              <Trans id="sign-in.help" message="I cannot sign in" />
            </Link>
            <Link to={paths.exit(slug)}>
              <Trans id="sign-in.exit" message="End my access without signing in" />
            </Link>
          </>
        }
      >
        <div className={styles.sign}>
          <Door name={name} size="large" />
          <PageTitle
            size="card"
            inWindow={i18n._(
              /*i18n*/ { id: 'sign-in.window', message: 'Sign in at {name}', values: { name } },
            )}
          >
            <Trans id="sign-in.title" message="Sign in at {name}" values={{ name: shownName }} />
          </PageTitle>
          <p className={styles.text}>
            <Trans
              id="sign-in.text"
              message="Microsoft asks who you are and tells {name}. Then you see what you are there, who vouches for you, and what you can leave."
              values={{ name: shownName }}
            />
          </p>
        </div>
        <SignInButton slug={slug} className={styles.wide}>
          <Trans id="sign-in.title" message="Sign in at {name}" values={{ name: shownName }} />
        </SignInButton>
        <SignInButton
          slug={slug}
          intent="another-account"
          appearance="subtle"
          className={styles.wide}
        >
          <Trans id="sign-in.another-account" message="Choose the account yourself" />
        </SignInButton>
      </Doorway>
    </>
  )
}
