import type { Me } from '@foyer/contracts/me'
import type { MyAccess } from '@foyer/contracts/stay'
import { Trans, useLingui } from '@lingui/react'
import { formatCalendarDay } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import type { NotAskable } from './access.ts'
import styles from './access-card.module.css'
import { tellOwner } from './end-words.ts'
import { tellWhomToAsk } from './whom-to-ask.ts'

/** Why nobody can be asked to extend, and whom to ask instead. */
export function NotAskableReason({
  why,
  access,
  me,
}: {
  why: NotAskable
  access: MyAccess
  me: Me
}) {
  const { i18n } = useLingui()
  return (
    <p className={styles.part}>
      <Reason why={why} access={access} name={me.organization.name} />{' '}
      <Say text={tellWhomToAsk(i18n, me)} />
    </p>
  )
}

function Reason({
  why,
  access: { endOwner, end, latestEnd },
  name,
}: {
  why: NotAskable
  access: MyAccess
  name: string
}) {
  const { i18n } = useLingui()
  const shown = <bdi>{name}</bdi>
  if (why === 'undecided' || endOwner !== 'foyer') {
    return (
      <>
        {endOwner === 'foyer' ? (
          <Trans
            id="stay.undecided"
            message="As far as Foyer knows, {name} has not decided how long you may stay."
            values={{ name: shown }}
          />
        ) : (
          <Say text={tellOwner(endOwner, name)} />
        )}{' '}
        {end ? null : <Trans id="stay.no-end" message="No last day is known." />}
      </>
    )
  }
  return (
    <Trans
      id="stay.at-the-cap"
      message="Your access cannot be extended now: as of today {name} allows until {day} at most."
      values={{ name: shown, day: formatCalendarDay(i18n, latestEnd ?? '') }}
    />
  )
}
