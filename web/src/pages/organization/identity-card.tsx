import type { Me } from '@foyer/contracts/me'
import { Trans, useLingui } from '@lingui/react'
import { formatDay } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { signInWords } from '../../language/sign-in-words.ts'
import { Card } from '../../ui/card.tsx'
import styles from './organization.module.css'

/** How the organization knows the person. */
export function IdentityCard({
  me: { name, mail, company, signsInWith, since, kind },
}: {
  me: Pick<Me, 'name' | 'mail' | 'company' | 'signsInWith' | 'since' | 'kind'>
}) {
  const { i18n } = useLingui()
  const signIn = signInWords[signsInWith]
  return (
    <Card heading={<Trans id="identity.title" message="Who you are here" />}>
      <dl className={styles.facts}>
        <div>
          <dt>
            <Trans id="identity.name" message="Name" />
          </dt>
          <dd>
            <bdi>{name}</bdi>
          </dd>
        </div>
        {mail || signIn ? (
          <div>
            <dt>
              <Trans id="identity.sign-in" message="You sign in with" />
            </dt>
            {mail ? (
              <dd>
                <bdi>{mail}</bdi>
              </dd>
            ) : null}
            {signIn ? (
              <dd className={mail ? styles.small : undefined}>
                <Say text={signIn} />
              </dd>
            ) : null}
          </div>
        ) : null}
        {company ? (
          <div>
            <dt>
              <Trans id="identity.company" message="Company" />
            </dt>
            <dd>
              <bdi>{company}</bdi>
            </dd>
          </div>
        ) : null}
        {since ? (
          <div>
            <dt>
              {kind === 'guest' ? (
                <Trans id="identity.since" message="Guest since" />
              ) : (
                <Trans id="identity.since.other" message="Here since" />
              )}
            </dt>
            <dd>{formatDay(i18n, since)}</dd>
          </div>
        ) : null}
      </dl>
    </Card>
  )
}
