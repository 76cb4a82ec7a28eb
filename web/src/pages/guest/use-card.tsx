import type { GuestDetail } from '@foyer/contracts/guest'
import { Trans, useLingui } from '@lingui/react'
import { formatDay } from '../../language/dates.ts'
import { Card } from '../../ui/card.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import styles from './guest.module.css'

/** What speaks for it that a guest still needs their access, as far as anybody knows. */
export function UseCard({
  guest: { lastSignInAt, visitedAt, confirmedAt },
}: {
  guest: GuestDetail
}) {
  return (
    <Card heading={<Trans id="guest.use" message="Signs of use" />}>
      <div className={styles.facts}>
        <Facts>
          <Fact name={<Trans id="guest.use.last-sign-in" message="Last sign-in" />}>
            <Known at={lastSignInAt} />
          </Fact>
          <Fact name={<Trans id="guest.use.last-visit" message="Last time in Foyer" />}>
            <Known at={visitedAt} />
          </Fact>
          <Fact name={<Trans id="guest.use.last-confirmed" message="Last confirmed" />}>
            <Confirmed at={confirmedAt} />
          </Fact>
        </Facts>
      </div>
      <p className={styles.small}>
        <Trans
          id="guest.use.note"
          message="Sign-in dates can be a day late. A missing date means unknown, not unused."
        />
      </p>
    </Card>
  )
}

function Known({ at }: { at: string | undefined }) {
  const { i18n } = useLingui()
  return at ? formatDay(i18n, at) : <Trans id="guest.use.unknown" message="Unknown" />
}

/** Foyer itself is told of it: it knows where nobody did. */
function Confirmed({ at }: { at: string | undefined }) {
  const { i18n } = useLingui()
  return at ? (
    formatDay(i18n, at)
  ) : (
    <Trans id="guest.change.unconfirmed" message="Nobody has confirmed yet" />
  )
}
