import type { GuestDetail } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { useLingui } from '@lingui/react'
import { useState } from 'react'
import { Outlet, useMatch } from 'react-router'
import { Say } from '../../language/say.tsx'
import { paths, routes } from '../../paths.ts'
import { Announce } from '../../ui/announce.tsx'
import { Message } from '../../ui/message.tsx'
import { useAct } from '../../ui/use-act.ts'
import { useReturnedFocus } from '../../ui/use-returned-focus.ts'
import { AccessCard } from './access-card.tsx'
import { DecisionCard, extendButtonId } from './decision-card.tsx'
import { type attestAction, type Decided, type extendAction } from './decide.ts'
import { tellDecided } from './decided-words.ts'
import type { GuestContext } from './guest-context.ts'
import { GuestHead } from './guest-head.tsx'
import styles from './guest.module.css'
import { ReachCard } from './reach-card.tsx'
import { UseCard } from './use-card.tsx'
import { VouchersCard } from './vouchers-card.tsx'

/** One guest: what is to be decided, until when and why they have access, and what they reach. */
export function GuestView({
  organization,
  guest,
}: {
  organization: OrganizationLocation
  guest: GuestDetail
}) {
  const { i18n } = useLingui()
  const { slug } = organization
  const extending = useAct<typeof extendAction>(paths.extendGuest(slug, guest.guestId))
  const attesting = useAct<typeof attestAction>(paths.guest(slug, guest.guestId))
  const isActing = extending.isActing || attesting.isActing
  const last = useLast(extending.outcome, attesting.outcome)
  const isAsked = useMatch(`${routes.guest}/${routes.extendGuest}`) !== null
  useReturnedFocus(isAsked ? extendButtonId : undefined)

  const context: GuestContext = {
    organization,
    guest,
    isActing,
    outcome: extending.outcome,
    extend: extending.act,
  }
  const done = isActing ? undefined : last && tellDecided(i18n, guest, last)
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
        <DecisionCard
          organization={organization}
          guest={guest}
          isActing={isActing}
          failure={
            attesting.outcome && 'failure' in attesting.outcome.answer
              ? attesting.outcome.answer.failure
              : undefined
          }
          onAttest={() => attesting.act({})}
        />
        <div className={styles.body}>
          <div className={styles.column}>
            <AccessCard organization={organization} guest={guest} />
            <ReachCard organization={organization} guest={guest} />
          </div>
          <div className={styles.column}>
            <UseCard guest={guest} />
            <VouchersCard organization={organization} guest={guest} />
          </div>
        </div>
      </div>
      <Outlet context={context} />
    </>
  )
}

/** Of two outcomes, the one that came last. */
function useLast(one: Decided | undefined, other: Decided | undefined): Decided | undefined {
  const [seen, setSeen] = useState({ one, other, last: one ?? other })
  if (seen.one === one && seen.other === other) return seen.last
  const last = one !== seen.one && one ? one : other !== seen.other && other ? other : seen.last
  setSeen({ one, other, last })
  return last
}
