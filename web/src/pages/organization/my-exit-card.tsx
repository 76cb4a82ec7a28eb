import { Button } from '@fluentui/react-components'
import type { MyExitRequest } from '@foyer/contracts/exit-request'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useEffect } from 'react'
import type { Answer } from '../../failure.ts'
import { formatDay } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { Announce } from '../../ui/announce.tsx'
import { useAnswer } from '../../ui/answer.ts'
import { Card } from '../../ui/card.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { Message } from '../../ui/message.tsx'
import { focusHeading } from '../../ui/page-title.tsx'
import { useAct } from '../../ui/use-act.ts'
import { tellMyExit, tellSaid } from './my-exit-words.ts'
import type { myExitAction } from './my-exit.ts'
import styles from './organization.module.css'

/** That somebody has asked to end one's own access, and what one says to that. */
export function MyExitCard({
  organization,
  myExit,
}: {
  organization: OrganizationLocation
  myExit: Promise<Answer<MyExitRequest | undefined>>
}) {
  const { i18n } = useLingui()
  const { answer } = useAnswer(myExit)
  const { act, isActing, outcome } = useAct<typeof myExitAction>(
    paths.myExitRequest(organization.slug),
  )
  const found = answer && 'value' in answer ? answer.value : undefined
  const request = found?.state === 'waiting' || found?.state === 'open' ? found : undefined
  const said = outcome && !outcome.failure ? outcome.word : undefined
  useEffect(() => {
    if (said) focusHeading()
  }, [said])
  const isWaiting = request?.state === 'waiting'
  return (
    <>
      {said ? (
        <Announce>
          <div className={styles.status}>
            <Message tone="done">
              <p>
                <Say text={tellSaid(said, organization.name)} />
              </p>
            </Message>
          </div>
        </Announce>
      ) : null}
      {request ? (
        <div className={styles.first}>
          <Card
            heading={<Trans id="my-exit.title" message="Somebody asked to end your access here" />}
          >
            <p className={styles.text}>
              <Say
                text={tellMyExit(request.state === 'waiting', {
                  name: organization.name,
                  askedDay: formatDay(i18n, request.askedAt),
                  day: formatDay(
                    i18n,
                    isWaiting ? (request.opensAt ?? request.dueAt) : request.dueAt,
                  ),
                })}
              />
            </p>
            {outcome?.failure ? (
              <div className={styles.text}>
                <FailureMessage
                  failure={outcome.failure}
                  organization={organization}
                  isRetrying={isActing}
                  onRetry={() => act({ ...outcome.word })}
                />
              </div>
            ) : null}
            <div className={styles.acts}>
              {isWaiting ? (
                <Button
                  appearance="primary"
                  disabledFocusable={isActing}
                  onClick={() => act({ what: 'confirm' })}
                >
                  <Trans id="my-exit.confirm" message="Yes, that was me" />
                </Button>
              ) : null}
              <Button disabledFocusable={isActing} onClick={() => act({ what: 'stop' })}>
                {isWaiting ? (
                  <Trans id="my-exit.stop" message="No, stop it" />
                ) : (
                  <Trans id="my-exit.take-back" message="I take it back" />
                )}
              </Button>
            </div>
          </Card>
        </div>
      ) : null}
    </>
  )
}
