import type { GuestReset } from '@foyer/contracts/reset'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useEffect, useRef } from 'react'
import type { Failure } from '../../failure.ts'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import type { Begun } from '../../session/begun.ts'
import { Announce } from '../../ui/announce.tsx'
import { BackLink } from '../../ui/back-link.tsx'
import { Message } from '../../ui/message.tsx'
import { focusHeading, PageTitle } from '../../ui/page-title.tsx'
import { useAct } from '../../ui/use-act.ts'
import { isResetUnderWay } from '../guest/reset-card.tsx'
import { AskForm } from './ask-form.tsx'
import { NotRegistered } from './not-registered.tsx'
import { ProgressCard } from './progress-card.tsx'
import type { ResetAct, resetAction } from './reset-action.ts'
import { tellEnd, tellResetDone } from './reset-words.ts'
import styles from './reset.module.css'

/** What is to be known and done about a guest's sign-in. */
export function ResetView({
  organization,
  guestId,
  found,
  begun,
  isReady,
  signInFailure,
}: {
  organization: OrganizationLocation
  guestId: string
  found: GuestReset
  begun: Begun | undefined
  /** Whether a token of the caller's has just come back. */
  isReady: boolean
  signInFailure: Failure | undefined
}) {
  const { i18n } = useLingui()
  const { act, isActing, outcome } = useAct<typeof resetAction>()
  const { guest, reset, seenAs, actsWith } = found
  const send = (what: ResetAct) => act(what)
  const failure =
    outcome && 'failure' in outcome.answer
      ? outcome.answer.failure
      : outcome
        ? undefined
        : signInFailure
  const done =
    outcome && 'value' in outcome.answer ? tellResetDone(outcome.act.what, guest.name) : undefined
  const told = useRef<typeof outcome>(undefined)
  useEffect(() => {
    if (!done || told.current === outcome) return
    told.current = outcome
    focusHeading()
  }, [done, outcome])
  const isGoing = isResetUnderWay(reset)
  return (
    <div className={styles.page}>
      {done ? (
        <Announce>
          <div className={styles.status}>
            <Message tone="done">
              <p>
                <Say text={done} />
              </p>
            </Message>
          </div>
        </Announce>
      ) : null}
      <header className={styles.head}>
        <BackLink to={paths.guest(organization.slug, guestId)}>
          <bdi>{guest.name}</bdi>
        </BackLink>
        <PageTitle
          inWindow={i18n._(
            /*i18n*/ {
              id: 'reset.window',
              message: 'The sign-in of {name}',
              values: { name: guest.name },
            },
          )}
        >
          <Trans
            id="reset.title"
            message="The sign-in of {name}"
            values={{ name: <bdi>{guest.name}</bdi> }}
          />
        </PageTitle>
        <p className={styles.lead}>
          <Trans
            id="reset.lead"
            message="Setting it back lets a guest sign in anew and keep everything they have: with the same address, or with another one. The guest and two operators have to agree, and everybody can stop it for three days."
          />
        </p>
      </header>
      {reset && isGoing ? (
        <ProgressCard
          organization={organization}
          found={found}
          reset={reset}
          begun={begun}
          isReady={isReady}
          isActing={isActing}
          failed={failure ? { failure, act: outcome?.act } : undefined}
          onAct={send}
        />
      ) : (
        <>
          {reset ? (
            <Message tone={reset.state === 'done' ? 'done' : 'waiting'}>
              <p>
                <Say text={tellEnd(i18n, reset, guest.name)} />
              </p>
            </Message>
          ) : null}
          {seenAs === 'sponsor' ? null : actsWith ? (
            <AskForm
              organization={organization}
              guest={guest}
              begun={begun}
              isActing={isActing}
              failure={failure}
              onAsk={send}
            />
          ) : (
            <NotRegistered organization={organization} />
          )}
        </>
      )}
    </div>
  )
}
