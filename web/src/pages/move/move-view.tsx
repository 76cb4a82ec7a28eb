import { Button } from '@fluentui/react-components'
import type { OpenedMove } from '@foyer/contracts/move'
import { Trans, useLingui } from '@lingui/react'
import { useEffect } from 'react'
import { Say } from '../../language/say.tsx'
import { Announce } from '../../ui/announce.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { focusHeading } from '../../ui/page-title.tsx'
import { useAct } from '../../ui/use-act.ts'
import { ExitHead } from '../exit/exit-head.tsx'
import styles from '../exit/exit.module.css'
import type { stopMoveAction } from './move-loader.ts'
import { tellMyMove, tellStop } from './my-move-words.ts'

/** Who has said what of one's address, the one button that stops it, and what came of it. */
export function MoveView({ opened: { organization, move } }: { opened: OpenedMove }) {
  const { i18n } = useLingui()
  const { act, isActing, outcome } = useAct<typeof stopMoveAction>()
  const { title, text } = tellMyMove(i18n, move, organization.name)
  const isStopped = outcome !== undefined && !outcome.failure && move.state === 'stopped'
  const stop = () => act({})
  useEffect(() => {
    // The button that had the focus is gone.
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
        look={move.state === 'ended' ? 'grey' : 'filled'}
        inWindow={i18n._(title)}
        title={<Say text={title} />}
      >
        <Say text={text} />
      </ExitHead>
      {outcome?.failure && move.canStop ? (
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
          onRetry={stop}
        />
      ) : null}
      {move.canStop ? (
        <div className={styles.step}>
          <p>
            <Say text={tellStop(move)} />
          </p>
          <div className={`${styles.acts} ${styles.below}`}>
            <Button appearance="primary" size="large" disabledFocusable={isActing} onClick={stop}>
              <Trans id="move.stop.button" message="Stop it" />
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  )
}
