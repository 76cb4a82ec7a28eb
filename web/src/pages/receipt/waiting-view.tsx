import { Button } from '@fluentui/react-components'
import type { Receipt } from '@foyer/contracts/receipt'
import { Trans, useLingui } from '@lingui/react'
import { useParams } from 'react-router'
import { formatMoment } from '../../language/dates.ts'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useAct } from '../../ui/use-act.ts'
import { ReceiptHead } from './receipt-head.tsx'
import styles from './receipt.module.css'
import type { stopAction } from './stop.ts'

/** A leaving that waits for its time, and can be taken back until then. */
export function WaitingView({ receipt, beginsAt }: { receipt: Receipt; beginsAt: string }) {
  const { i18n } = useLingui()
  const { token = '' } = useParams()
  const { isActing, outcome, act } = useAct<typeof stopAction>(paths.stopLeaving(token))
  const { organization } = receipt
  const name = <bdi>{organization.name}</bdi>
  const failure = outcome && 'failure' in outcome ? outcome.failure : undefined
  const stop = () => act({})
  return (
    <div className={styles.page}>
      <ReceiptHead receipt={receipt} look="filled">
        <p className={styles.lead}>
          <Trans
            id="receipt.waiting.lead"
            message="You are still a guest of {name}. On {moment} your access ends, unless you take it back."
            values={{ name, moment: <strong>{formatMoment(i18n, beginsAt)}</strong> }}
          />
        </p>
      </ReceiptHead>
      <Card heading={<Trans id="receipt.waiting.title" message="Changed your mind?" />}>
        <p className={styles.text}>
          <Trans
            id="receipt.waiting.text"
            message="You confirmed it by a code, so a day passes before it is done. Take it back, and nothing ends. Do that too if it was not you."
          />
        </p>
        {failure ? (
          <div className={styles.state}>
            <FailureMessage
              failure={failure}
              organization={organization}
              isRetrying={isActing}
              onRetry={stop}
            />
          </div>
        ) : null}
        <div className={styles.contacts}>
          <Button appearance="primary" onClick={stop} disabledFocusable={isActing}>
            {isActing ? (
              <Trans id="receipt.waiting.stopping" message="Taking it back …" />
            ) : (
              <span>
                <Trans id="receipt.waiting.stop" message="Stay at {name}" values={{ name }} />
              </span>
            )}
          </Button>
          <LinkButton to={paths.home} appearance="subtle">
            <Trans id="not-found.home" message="Back to my organizations" />
          </LinkButton>
        </div>
      </Card>
    </div>
  )
}
