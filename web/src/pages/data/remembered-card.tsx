import type { RememberedData } from '@foyer/contracts/my-data'
import { Trans, useLingui } from '@lingui/react'
import { formatDay, formatInstant } from '../../language/dates.ts'
import { Card } from '../../ui/card.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import styles from './data.module.css'

/** The copy that Foyer keeps of the directory. */
export function RememberedCard({ remembered }: { remembered: RememberedData | undefined }) {
  const { i18n } = useLingui()
  return (
    <Card heading={<Trans id="data.remembered.title" message="What Foyer remembers of it" />}>
      {remembered ? (
        <>
          <p className={styles.text}>
            <Trans
              id="data.remembered.text"
              message="A copy of the directory, so that pages open at once. It follows the directory, and is gone once the directory has erased you."
            />
          </p>
          <div className={styles.facts}>
            <Facts>
              {remembered.asOf ? (
                <Fact name={<Trans id="data.as-of" message="Last compared" />}>
                  {formatInstant(i18n, remembered.asOf)}
                </Fact>
              ) : null}
              <Fact name={<Trans id="data.last-sign-in" message="Last sign-in that is known" />}>
                {remembered.lastSignInAt ? (
                  formatDay(i18n, remembered.lastSignInAt)
                ) : (
                  <Trans id="data.no-sign-in" message="No sign-in is known" />
                )}
              </Fact>
              <Fact name={<Trans id="data.links" message="Links, by numbers" />}>
                <Trans
                  id="data.links.text"
                  message="{groupCount, plural, one {one group} other {# groups}}, {sponsorCount, plural, one {one sponsor} other {# sponsors}}"
                  values={remembered}
                />
              </Fact>
            </Facts>
          </div>
        </>
      ) : (
        <p className={styles.text}>
          <Trans
            id="data.remembered.nothing"
            message="Nothing. Foyer keeps a copy of guests only, and has none of you yet."
          />
        </p>
      )}
    </Card>
  )
}
