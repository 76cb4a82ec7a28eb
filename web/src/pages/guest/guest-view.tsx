import type { GuestDetail } from '@foyer/contracts/guest'
import type { MoveChoice } from '@foyer/contracts/move'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { GuestSuccession } from '@foyer/contracts/succession'
import { useLingui } from '@lingui/react'
import { useEffect, useRef } from 'react'
import { matchPath, Outlet, useLocation } from 'react-router'
import type { Answer } from '../../failure.ts'
import { Say } from '../../language/say.tsx'
import { paths, routes } from '../../paths.ts'
import { Announce } from '../../ui/announce.tsx'
import { Message } from '../../ui/message.tsx'
import { focusHeading } from '../../ui/page-title.tsx'
import { useReturnedFocus } from '../../ui/use-returned-focus.ts'
import { AccessCard } from './access-card.tsx'
import { DecisionCard, extendButtonId, wordOf } from './decision-card.tsx'
import type { Decided } from './decide.ts'
import { tellDecided } from './decided-words.ts'
import type { GuestContext } from './guest-context.ts'
import { ExceptionCard, endOwnerButtonId, exceptButtonId } from './exception-card.tsx'
import { GuestHead } from './guest-head.tsx'
import styles from './guest.module.css'
import { EndCard, endButtonId, EndingCard, isUnderWay } from './ending-card.tsx'
import { failureOf } from './failure-of.ts'
import { isFollowAsked } from './follow-asked.ts'
import { FollowCard } from './follow-card.tsx'
import { MoveCard } from './move-card.tsx'
import { ReachCard } from './reach-card.tsx'
import { refuseButtonId, RequestCard } from './request-card.tsx'
import { disownButtonId, handOverButtonId, SuccessionCard } from './succession-card.tsx'
import { ResetCard } from './reset-card.tsx'
import { UseCard } from './use-card.tsx'
import { useDecision } from './use-decision.ts'
import { VouchersCard } from './vouchers-card.tsx'

/** One guest: what is to be decided, until when and why they have access, and what they reach. */
export function GuestView({
  organization,
  guest,
  succession,
  choice,
}: {
  organization: OrganizationLocation
  guest: GuestDetail
  succession: Promise<Answer<GuestSuccession>>
  choice: Promise<Answer<MoveChoice | undefined>>
}) {
  const { i18n } = useLingui()
  const { slug } = organization
  const { isActing, outcome, actAt } = useDecision()
  const page = paths.guest(slug, guest.guestId)
  const opener = useOpener()
  useReturnedFocus(opener)

  const context: GuestContext = { organization, guest, isActing, outcome, decide: actAt }
  const { request, ending, cameBy } = guest
  const isAsked = cameBy !== undefined && isFollowAsked(cameBy)
  const own = (what: Decided['decision']['what']) =>
    outcome?.decision.what === what ? failureOf(outcome) : undefined
  const word = wordOf(outcome)
  const failure = failureOf(outcome)
  const done = isActing ? undefined : outcome && tellDecided(i18n, guest, outcome)
  // What was decided may have taken the button away: it is read from the top, once.
  const told = useRef<Decided>(undefined)
  const isTold = done !== undefined && opener === undefined
  useEffect(() => {
    if (!isTold || told.current === outcome) return
    told.current = outcome
    focusHeading()
  }, [isTold, outcome])
  const follow = (
    <FollowCard
      organization={organization}
      guest={guest}
      choice={choice}
      isActing={isActing}
      failure={own('follow')}
      onAnswer={(following) => actAt({ what: 'follow', ...following }, page)}
    />
  )
  return (
    <>
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
      <GuestHead organization={organization} guest={guest} />
      <div className={styles.column}>
        {isAsked ? follow : null}
        {isUnderWay(ending) ? (
          <EndingCard
            organization={organization}
            guest={guest}
            ending={ending}
            isActing={isActing}
            failure={own('stop')}
            onStop={() => actAt({ what: 'stop' }, page)}
          />
        ) : request && guest.latestEnd ? (
          <RequestCard
            organization={organization}
            guest={guest}
            request={request}
            isActing={isActing}
          />
        ) : (
          <DecisionCard
            organization={organization}
            guest={guest}
            isActing={isActing}
            failed={word && failure ? { word, failure } : undefined}
            onSay={(what) => actAt({ what }, page)}
          />
        )}
        <div className={styles.body}>
          <div className={styles.column}>
            {isAsked ? null : follow}
            <AccessCard organization={organization} guest={guest} />
            <ReachCard organization={organization} guest={guest} />
          </div>
          <div className={styles.column}>
            <UseCard guest={guest} />
            <VouchersCard organization={organization} guest={guest} />
            <SuccessionCard
              organization={organization}
              guest={guest}
              succession={succession}
              isActing={isActing}
              failure={own('keep')}
              onTakeBack={() => actAt({ what: 'keep' }, page)}
            />
            <ExceptionCard
              organization={organization}
              guest={guest}
              isActing={isActing}
              failure={own('end-exception')}
              onEnd={() => actAt({ what: 'end-exception' }, page)}
            />
            <MoveCard
              organization={organization}
              guest={guest}
              isActing={isActing}
              failure={own('stop-move')}
              onStop={() => actAt({ what: 'stop-move' }, page)}
            />
            <ResetCard organization={organization} guest={guest} />
            {isUnderWay(ending) ? null : (
              <EndCard organization={organization} guest={guest} isActing={isActing} />
            )}
          </div>
        </div>
      </div>
      <Outlet context={context} />
    </>
  )
}

/** The button that opened the question over the page, so that it has the focus again afterwards. */
function useOpener(): string | undefined {
  const { pathname } = useLocation()
  const question = matchPath(`${routes.guest}/:question`, pathname)?.params.question
  return question === undefined ? undefined : openers[question]
}

const openers: Readonly<Record<string, string>> = {
  [routes.extendGuest]: extendButtonId,
  [routes.refuseStay]: refuseButtonId,
  [routes.endAccess]: endButtonId,
  [routes.exceptGuest]: exceptButtonId,
  [routes.declareEndOwner]: endOwnerButtonId,
  [routes.handOverGuest]: handOverButtonId,
  [routes.disownGuest]: disownButtonId,
}
