import type { Receipt } from '@foyer/contracts/receipt'
import { Trans, useLingui } from '@lingui/react'
import { formatMoment } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { Code } from '../../ui/code.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { ReceiptHead } from './receipt-head.tsx'
import styles from './receipt.module.css'
import { explainEnd, isEndedByOthers } from './receipt-words.ts'

/** A leaving that was refused at the last moment, or given up: why, and what remains. */
export function NotLeftView({ receipt }: { receipt: Receipt }) {
  const { i18n } = useLingui()
  const { number, state, because = state, organization, askedAt } = receipt
  const name = <bdi>{organization.name}</bdi>
  const { sentence, next } = explainEnd(receipt)
  const isGone = because === 'no-longer-here'
  return (
    <div className={styles.page}>
      <ReceiptHead receipt={receipt} look={isGone ? 'grey' : 'filled'}>
        <p className={styles.when}>
          <Trans
            id="receipt.asked"
            message="You asked to leave: {moment}"
            values={{ moment: formatMoment(i18n, askedAt) }}
          />
        </p>
      </ReceiptHead>
      <Card heading={<Say text={sentence} />}>
        <p className={styles.text}>
          {state === 'failed' ? (
            <Trans
              id="receipt.failed"
              message="Foyer has stopped trying. Whether anything was changed, only {name} can tell."
              values={{ name }}
            />
          ) : isEndedByOthers(receipt) || because === 'stopped-by-guest' ? null : (
            <Trans
              id="receipt.refused"
              message="Foyer asked {name} once more just before, and then changed nothing."
              values={{ name }}
            />
          )}{' '}
          <Say text={next} />
        </p>
        <p className={styles.code}>
          <Trans
            id="receipt.help-desk"
            message="For a help desk: {because}, receipt {number}"
            values={{ because: <Code>{because}</Code>, number: <Code>{number}</Code> }}
          />
        </p>
        <div className={styles.acts}>
          {isGone ? null : (
            <LinkButton to={paths.organization(organization.slug)}>
              <Trans id="departure.back" message="Back to {name}" values={{ name }} />
            </LinkButton>
          )}
          <LinkButton to={paths.home} appearance={isGone ? 'secondary' : 'subtle'}>
            <Trans id="not-found.home" message="Back to my organizations" />
          </LinkButton>
        </div>
      </Card>
    </div>
  )
}
