import { Button } from '@fluentui/react-components'
import type { GuestDetail } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useNavigate } from 'react-router'
import type { Failure } from '../../failure.ts'
import { formatCalendarDay } from '../../language/dates.ts'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import type { Decided } from './decide.ts'
import { DecisionText, isBeyondWords } from './decision-text.tsx'
import { DecisionFailure } from './decision-failure.tsx'
import { DoubtMessage } from './doubt-message.tsx'
import { spanOf } from './extension.ts'
import styles from './guest.module.css'
import { Undecidable } from './undecidable.tsx'

/** The button that opens the question until when. */
export const extendButtonId = 'extend'

/** What is decided by the buttons of the card itself. */
type Word = 'attest' | 'doubt' | 'withdraw-doubt'

/** The last word that was given by them; undefined where the last decision was another one. */
export function wordOf(decided: Decided | undefined): Word | undefined {
  const what = decided?.decision.what
  return what === 'attest' || what === 'doubt' || what === 'withdraw-doubt' ? what : undefined
}

/** What can be decided about a guest today; or who decides, and what remains. */
export function DecisionCard({
  organization,
  guest,
  isActing,
  failed,
  onSay,
}: {
  organization: OrganizationLocation
  guest: GuestDetail
  isActing: boolean
  /** Which word was not taken, and why. */
  failed: { readonly word: Word; readonly failure: Failure } | undefined
  onSay: (word: Word) => void
}) {
  const { i18n } = useLingui()
  const navigate = useNavigate()
  const { guestId, name, need, latestEnd, doubt } = guest
  const shown = <bdi>{name}</bdi>
  const where = <bdi>{organization.name}</bdi>
  if (latestEnd === undefined) return <Undecidable organization={organization} guest={guest} />

  const canExtend = spanOf(guest) !== undefined
  const day = formatCalendarDay(i18n, latestEnd)
  // One filled button, and none where nothing must be done: the one that answers the need.
  const isNeeded = need !== undefined && !isBeyondWords(guest)
  const isConfirming = isNeeded && (need === 'confirm' || !canExtend)
  // Whoever is blocked could not answer.
  const canAsk = !doubt && guest.isEnabled
  const extend = canExtend ? (
    <Button
      key="extend"
      id={extendButtonId}
      appearance={isNeeded && !isConfirming ? 'primary' : 'secondary'}
      disabledFocusable={isActing}
      onClick={() => void navigate(paths.extendGuest(organization.slug, guestId))}
    >
      <Trans id="guest.extend" message="Extend …" />
    </Button>
  ) : null
  const attest = (
    <Button
      key="attest"
      appearance={isConfirming ? 'primary' : 'secondary'}
      disabledFocusable={isActing}
      onClick={() => onSay('attest')}
    >
      <Trans id="guest.attest" message="Still needed" />
    </Button>
  )
  return (
    <Card
      heading={
        <Trans
          id="guest.decide"
          message="Is {name} still needed at {organization}?"
          values={{ name: shown, organization: where }}
        />
      }
    >
      <p className={styles.text}>
        <DecisionText organization={organization} guest={guest} latest={latestEnd} />
      </p>
      {doubt ? (
        <div className={styles.failure}>
          <DoubtMessage
            guest={guest}
            doubt={doubt}
            isActing={isActing}
            onWithdraw={() => onSay('withdraw-doubt')}
          />
        </div>
      ) : null}
      {failed ? (
        <div className={styles.failure}>
          <DecisionFailure
            organization={organization}
            failure={failed.failure}
            isActing={isActing}
            onRetry={() => onSay(failed.word)}
          />
        </div>
      ) : null}
      <div className={styles.acts}>
        {isConfirming ? [attest, extend] : [extend, attest]}
        {canAsk ? (
          <Button appearance="subtle" disabledFocusable={isActing} onClick={() => onSay('doubt')}>
            <Trans id="guest.doubt" message="Not sure" />
          </Button>
        ) : null}
        {canExtend ? (
          <p className={styles.cap}>
            <Trans
              id="guest.cap"
              message="{organization} allows until {day}."
              values={{ organization: where, day }}
            />
          </p>
        ) : null}
      </div>
      {canAsk ? (
        <p className={`${styles.small} ${styles.text}`}>
          <Trans
            id="guest.doubt.text"
            message="“Not sure” asks {name} whether they still need it. You read their answer here; nothing changes before you decide."
            values={{ name: shown }}
          />
        </p>
      ) : null}
    </Card>
  )
}
