import type { ExitStatus } from '@foyer/contracts/exit-request'
import { Trans, useLingui } from '@lingui/react'
import { formatDay } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { ExitHead } from '../exit/exit-head.tsx'
import styles from '../exit/exit.module.css'
import { dayOf, tellStatus } from './exit-status-words.ts'
import { HowItGoesOn } from './how-it-goes-on.tsx'
import { OthersToAsk } from './others-to-ask.tsx'
import { StatusFacts } from './status-facts.tsx'

const looks = {
  waiting: 'pale',
  open: 'filled',
  granted: 'grey',
  done: 'grey',
  refused: 'filled',
  stopped: 'filled',
  gone: 'grey',
} as const satisfies Record<ExitStatus['state'], string>

/** How a request goes, without a word about whose it is. */
export function ExitStatusView({ status }: { status: ExitStatus }) {
  const { i18n } = useLingui()
  const { organization, state, isOverdue } = status
  const { title, lead } = tellStatus(status, formatDay(i18n, dayOf(status)))
  const isLate = state === 'open' && isOverdue
  return (
    <div className={styles.page}>
      <ExitHead
        organization={organization.name}
        look={looks[state]}
        inWindow={i18n._(title)}
        title={<Say text={title} />}
      >
        <Say text={lead} />
      </ExitHead>
      {state === 'waiting' ? <HowItGoesOn status={status} /> : null}
      {isLate || state === 'refused' ? <OthersToAsk status={status} /> : null}
      <Card heading={<Trans id="exit-status.facts" message="The request" />}>
        <div className={styles.facts}>
          <StatusFacts status={status} />
        </div>
        <p className={styles.small}>
          <Trans
            id="exit-status.keep"
            message="Keep the address of this page: it tells how the request goes, and only whoever has it can see it."
          />
        </p>
      </Card>
      {state === 'stopped' || state === 'refused' ? (
        <div className={styles.acts}>
          <LinkButton to={paths.exit(organization.slug)}>
            <Trans id="exit-status.again" message="Ask once more" />
          </LinkButton>
        </div>
      ) : null}
    </div>
  )
}
