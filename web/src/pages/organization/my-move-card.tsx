import { Button } from '@fluentui/react-components'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { MyAccess } from '@foyer/contracts/stay'
import { Trans, useLingui } from '@lingui/react'
import { useEffect } from 'react'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { Announce } from '../../ui/announce.tsx'
import { Card } from '../../ui/card.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { Message } from '../../ui/message.tsx'
import { focusHeading } from '../../ui/page-title.tsx'
import { useAct } from '../../ui/use-act.ts'
import type { MoveStopped } from '../move/move-loader.ts'
import { tellMyMove, tellStop } from '../move/my-move-words.ts'
import type { stopMyMoveAction } from './my-move.ts'
import styles from './organization.module.css'

/** That another account is to take the place of one's own, and how that is stopped. */
export function MyMoveCard({
  organization,
  access,
}: {
  organization: OrganizationLocation
  access: MyAccess | undefined
}) {
  const { i18n } = useLingui()
  const { act, isActing, outcome } = useAct<typeof stopMyMoveAction>(
    paths.myMove(organization.slug),
  )
  const move = access?.move
  const isStopped = isDone(outcome) && move?.state === 'stopped'
  useEffect(() => {
    // The button that had the focus is gone.
    if (isStopped) focusHeading()
  }, [isStopped])
  if (!move) return null
  const { title, text } = tellMyMove(i18n, move, organization.name)
  if (isStopped) {
    return (
      <Announce>
        <div className={styles.status}>
          <Message tone="done">
            <p>
              <Say text={text} />
            </p>
          </Message>
        </div>
      </Announce>
    )
  }
  if (!move.canStop) return null
  return (
    <div className={styles.first}>
      <Card heading={<Say text={title} />}>
        <p className={styles.text}>
          <Say text={text} />
        </p>
        <p className={styles.text}>
          <Say text={tellStop(move)} />
        </p>
        {outcome?.failure ? (
          <div className={styles.text}>
            <FailureMessage
              failure={outcome.failure}
              organization={organization}
              isRetrying={isActing}
              onRetry={() => act({})}
            />
          </div>
        ) : null}
        <div className={styles.acts}>
          <Button appearance="primary" disabledFocusable={isActing} onClick={() => act({})}>
            <Trans id="move.stop.button" message="Stop it" />
          </Button>
        </div>
      </Card>
    </div>
  )
}

function isDone(outcome: MoveStopped | undefined): boolean {
  return outcome !== undefined && !outcome.failure
}
