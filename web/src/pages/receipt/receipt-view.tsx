import { Button } from '@fluentui/react-components'
import { PrintRegular } from '@fluentui/react-icons/svg/print'
import type { Receipt } from '@foyer/contracts/receipt'
import type { WayBack } from '@foyer/contracts/way-back'
import { Trans, useLingui } from '@lingui/react'
import type { Answer } from '../../failure.ts'
import { formatMoment } from '../../language/dates.ts'
import { paths } from '../../paths.ts'
import type { Contact } from '../../session/leavings.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { ReceiptFacts } from './receipt-facts.tsx'
import { ReceiptHead } from './receipt-head.tsx'
import styles from './receipt.module.css'
import { ReturnCard } from './return-card.tsx'
import { Signature } from './signature.tsx'

/** The receipt itself: a slip to keep, and below it the way back. */
export function ReceiptView({
  receipt,
  wayBack,
  contacts,
}: {
  receipt: Receipt
  wayBack: Promise<Answer<WayBack | undefined>>
  contacts: readonly Contact[]
}) {
  const { i18n } = useLingui()
  const { organization, group, askedAt, leftAt = askedAt } = receipt
  const { slug } = organization
  const name = <bdi>{organization.name}</bdi>
  const isOfGroup = group !== undefined
  return (
    <div className={styles.page}>
      <article className={styles.slip}>
        <ReceiptHead receipt={receipt} look={isOfGroup ? 'filled' : 'grey'}>
          <p className={styles.when}>{formatMoment(i18n, leftAt)}</p>
        </ReceiptHead>
        <div className={styles.facts}>
          <ReceiptFacts receipt={receipt} />
        </div>
        <p className={styles.note}>
          {isOfGroup ? (
            <Trans
              id="losses.open-sessions"
              message="What you have open now can stay open for up to 90 minutes."
            />
          ) : (
            <Trans
              id="receipt.open-sessions"
              message="Signing in there ended with it. What was open then can stay open until its sign-in ends, up to about 90 minutes."
            />
          )}{' '}
          <Trans
            id="receipt.secret"
            message="Only whoever has the address of this page can see it."
          />
        </p>
        {receipt.signed === undefined ? null : (
          <Signature number={receipt.number} signed={receipt.signed} />
        )}
        <div className={styles.acts}>
          <Button appearance="primary" icon={<PrintRegular />} onClick={() => window.print()}>
            <Trans id="receipt.save" message="Print or save" />
          </Button>
          {isOfGroup ? (
            <LinkButton to={paths.organization(slug)}>
              <Trans id="departure.back" message="Back to {name}" values={{ name }} />
            </LinkButton>
          ) : (
            <LinkButton to={paths.home}>
              <Trans id="not-found.home" message="Back to my organizations" />
            </LinkButton>
          )}
        </div>
      </article>
      <ReturnCard receipt={receipt} wayBack={wayBack} contacts={contacts} />
    </div>
  )
}
