import { Trans, useLingui } from '@lingui/react'
import { useLoaderData } from 'react-router'
import { formatMoment } from '../../language/dates.ts'
import { formatNames } from '../../language/names.ts'
import { paths } from '../../paths.ts'
import type { DepartureReceipt } from '../../session/departures.ts'
import { Door } from '../../ui/door.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { SignInButton } from '../../ui/sign-in-button.tsx'
import type { departedLoader } from './departed-loader.ts'
import styles from './departed-page.module.css'
import { ReturnCard } from './return-card.tsx'

/** What a departure ended, and the way back. */
export function DepartedPage() {
  const { i18n } = useLingui()
  const { slug, receipt } = useLoaderData<typeof departedLoader>()
  const { organization, ended } = receipt
  const name = <bdi>{organization}</bdi>
  return (
    <div className={styles.page}>
      <article className={styles.slip}>
        <header className={styles.head}>
          <Door name={organization} size="large" look="grey" />
          <div className={styles.title}>
            <PageTitle
              inWindow={i18n._(
                /*i18n*/ {
                  id: 'departed.window',
                  message: 'You have left {name}',
                  values: { name: organization },
                },
              )}
              size="card"
            >
              <Trans id="departed.title" message="You have left {name}" values={{ name }} />
            </PageTitle>
            {ended.leftAt ? (
              <p className={styles.when}>{formatMoment(i18n, ended.leftAt)}</p>
            ) : null}
          </div>
        </header>
        <Facts receipt={receipt} />
        <p className={styles.note}>
          <Trans
            id="departed.open-sessions"
            message="You can no longer sign in there. What you have open now can stay open until its sign-in ends, up to about 90 minutes. This page stays in this tab only: print it if you want to keep it."
          />
        </p>
        <div className={styles.acts}>
          <LinkButton to={paths.home}>
            <Trans id="not-found.home" message="Back to my organizations" />
          </LinkButton>
        </div>
      </article>
      <ReturnCard receipt={receipt} />
      <div className={styles.again}>
        <span>
          <Trans id="departed.again" message="Has {name} brought you back?" values={{ name }} />
        </span>
        <SignInButton slug={slug} returnTo={paths.organization(slug)} appearance="subtle">
          <Trans id="sign-in.title" message="Sign in at {name}" values={{ name }} />
        </SignInButton>
      </div>
    </div>
  )
}

function Facts({ receipt: { organization, leaver, ended } }: { receipt: DepartureReceipt }) {
  const { i18n } = useLingui()
  return (
    <dl className={styles.facts}>
      <div>
        <dt>
          <Trans id="departed.who" message="Who left" />
        </dt>
        <dd>
          <bdi>{leaver.name}</bdi>
          {leaver.mail ? (
            <>
              <br />
              <bdi>{leaver.mail}</bdi>
            </>
          ) : null}
        </dd>
      </div>
      <div>
        <dt>
          <Trans id="departed.where" message="Where" />
        </dt>
        <dd>
          <bdi>{organization}</bdi>
        </dd>
      </div>
      <div className={styles.what}>
        <dt>
          <Trans id="departed.what" message="What ended" />
        </dt>
        <dd>
          <Trans
            id="departed.ended"
            message="{count, plural, =0 {Your account there} one {Your account there, and one group} other {Your account there, and # groups}}"
            values={{ count: ended.groupCount }}
          />
          {ended.groupNames && ended.groupNames.length === ended.groupCount ? (
            <span className={styles.names}>{formatNames(i18n, ended.groupNames)}</span>
          ) : null}
        </dd>
      </div>
    </dl>
  )
}
