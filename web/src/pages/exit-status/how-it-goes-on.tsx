import type { ExitStatus } from '@foyer/contracts/exit-request'
import { Trans, useLingui } from '@lingui/react'
import { formatDay } from '../../language/dates.ts'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import styles from '../exit/exit.module.css'

/** The ways on for a request that waits, the quickest first. */
export function HowItGoesOn({ status: { organization, opensAt, dueAt } }: { status: ExitStatus }) {
  const { i18n } = useLingui()
  const name = <bdi>{organization.name}</bdi>
  return (
    <Card heading={<Trans id="exit-status.ways" message="How it goes on" />}>
      <ul className={styles.ways}>
        <li>
          <Trans
            id="exit-status.way.confirm"
            message="<0>Quickest:</0> sign in at {name} and say there that it was you. Then {name} is asked at once."
            values={{ name }}
            components={{ 0: <strong /> }}
          />
        </li>
        <li>
          <Trans
            id="exit-status.way.wait"
            message="<0>By itself:</0> if nobody objects, {name} is asked on {day}. You need do nothing."
            values={{ name, day: formatDay(i18n, opensAt ?? dueAt) }}
            components={{ 0: <strong /> }}
          />
        </li>
        <li>
          <Trans
            id="exit-status.way.stop"
            message="<0>Not at all:</0> whoever reads a mail about it at an address of the account can stop it until then."
            components={{ 0: <strong /> }}
          />
        </li>
      </ul>
      <div className={styles.acts}>
        <LinkButton to={paths.organization(organization.slug)} appearance="primary">
          <Trans id="sign-in.title" message="Sign in at {name}" values={{ name }} />
        </LinkButton>
      </div>
    </Card>
  )
}
