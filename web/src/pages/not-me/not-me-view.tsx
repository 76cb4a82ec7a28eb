import { Button } from '@fluentui/react-components'
import type { Objection } from '@foyer/contracts/exit-request'
import { Trans, useLingui } from '@lingui/react'
import { useEffect } from 'react'
import { Say } from '../../language/say.tsx'
import { Announce } from '../../ui/announce.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { focusHeading } from '../../ui/page-title.tsx'
import { useAct } from '../../ui/use-act.ts'
import { ExitHead } from '../exit/exit-head.tsx'
import styles from '../exit/exit.module.css'
import { tellObjection, tellStopped } from './not-me-words.ts'
import type { objectAction } from './object.ts'

/** What there is to stop, the one button that does, and what came of it. */
export function NotMeView({ objection }: { objection: Objection }) {
  const { i18n } = useLingui()
  const { act, isActing, outcome } = useAct<typeof objectAction>()
  const { organization, stops } = objection
  const isStopped = outcome !== undefined && outcome.failure === undefined
  const { title, lead, stop } = isStopped
    ? tellStopped(objection, outcome.stopping.stops)
    : tellObjection(objection)
  const send = () => act({ stops })
  useEffect(() => {
    if (isStopped) focusHeading()
  }, [isStopped])
  return (
    <div className={styles.page}>
      {isStopped ? (
        <Announce>
          <p className="foyer-hidden">
            <Say text={title} />
          </p>
        </Announce>
      ) : null}
      <ExitHead
        organization={organization.name}
        look="filled"
        inWindow={i18n._(title)}
        title={<Say text={title} />}
      >
        <Say text={lead} />
      </ExitHead>
      {outcome?.failure && stops !== 'nothing' ? (
        <FailureMessage
          failure={outcome.failure}
          organization={organization}
          fact={
            outcome.failure.isUncertain ? (
              <Trans
                id="not-me.unknown"
                message="Whether it was stopped could not be seen. To try again does no harm."
              />
            ) : (
              <Trans id="not-me.not-stopped" message="It has not been stopped by that." />
            )
          }
          isRetrying={isActing}
          onRetry={send}
        />
      ) : null}
      {stop ? (
        <div className={styles.step}>
          <p>
            <Say text={stop} />
          </p>
          <div className={`${styles.acts} ${styles.below}`}>
            <Button appearance="primary" size="large" disabledFocusable={isActing} onClick={send}>
              {isActing ? (
                <Trans id="not-me.stopping" message="Stopping it …" />
              ) : (
                <Trans id="not-me.button" message="It was not me" />
              )}
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  )
}
