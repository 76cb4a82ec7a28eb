import type { BulkPreview } from '@foyer/contracts/bulk-extension'
import type { Guest } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { Link } from 'react-router'
import { formatCalendarDay } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { Face } from '../../ui/face.tsx'
import { Bone } from '../../ui/waiting.tsx'
import { MovedDays } from '../guest/moved-days.tsx'
import styles from './bulk.module.css'
import { tellObstacle } from './obstacle-words.ts'

/** By name who is extended from which day to which, and who is left out and why. */
export function BulkPreviewView({
  organization,
  guests,
  until,
  preview,
  isOld,
}: {
  organization: OrganizationLocation
  /** Those of the page below: what is known of them besides. */
  guests: readonly Guest[]
  until: string | undefined
  preview: BulkPreview | undefined
  isOld: boolean
}) {
  if (until === undefined) {
    return (
      <p className={styles.small}>
        <Trans
          id="bulk.preview.none"
          message="Choose the day, and you see here by name who is extended and who is left out."
        />
      </p>
    )
  }
  if (!preview) return <Bone width="100%" height={160} />
  const { extended, leftOut } = preview
  const known = new Map(guests.map((guest) => [guest.guestId, guest]))
  return (
    <div className={styles.preview} aria-busy={isOld}>
      {/* What stands outside of a question is not said while it is open. */}
      <p className="foyer-hidden" aria-live="polite">
        <Extended count={extended.length} /> <LeftOut count={leftOut.length} />
      </p>
      <section>
        <h3 className={styles.heading}>
          <Extended count={extended.length} />
        </h3>
        {extended.length > 0 ? (
          <ul className={styles.moves}>
            {extended.map(({ guestId, name, endsOn }) => (
              <li key={guestId} className={styles.move}>
                <Face name={name} size="small" tone="other" />
                <span className={styles.who}>
                  <bdi className={styles.name}>{name}</bdi>
                  <Wish request={known.get(guestId)?.request} />
                </span>
                <MovedDays endsOn={endsOn} until={until} />
              </li>
            ))}
          </ul>
        ) : null}
      </section>
      {leftOut.length > 0 ? (
        <section>
          <h3 className={styles.heading}>
            <LeftOut count={leftOut.length} />
          </h3>
          <ul className={styles.leftOut}>
            {leftOut.map(({ guestId, because, ...of }) => {
              const guest = known.get(guestId)
              const name = of.name ?? guest?.name
              return (
                <li key={guestId} className={styles.out}>
                  {name ? <Face name={name} size="small" tone="other" /> : null}
                  <span className={styles.who}>
                    {name ? <bdi className={styles.name}>{name}</bdi> : null}
                    <span className={styles.because}>
                      <Say
                        text={tellObstacle(because, {
                          organization: organization.name,
                          newGroups: guest?.newGroups ?? 0,
                        })}
                      />
                    </span>
                  </span>
                  {of.name ? (
                    <Link to={paths.guest(organization.slug, guestId)} className={styles.look}>
                      <Trans
                        id="bulk.look"
                        message="Look<0> at {name}</0>"
                        values={{ name: <bdi>{of.name}</bdi> }}
                        components={{ 0: <span className="foyer-hidden" /> }}
                      />
                    </Link>
                  ) : null}
                </li>
              )
            })}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

/** What somebody asked, who is answered by this too. */
function Wish({ request }: { request: Guest['request'] }) {
  const { i18n } = useLingui()
  if (!request) return null
  return (
    <span className={styles.small}>
      <Trans
        id="bulk.asks"
        message="Asks to stay until {day}"
        values={{ day: formatCalendarDay(i18n, request.until) }}
      />
    </span>
  )
}

function Extended({ count }: { count: number }) {
  return (
    <Trans
      id="bulk.extended"
      message="{count, plural, =0 {Nobody will be extended} one {One will be extended} other {# will be extended}}"
      values={{ count }}
    />
  )
}

function LeftOut({ count }: { count: number }) {
  return count === 0 ? null : (
    <Trans
      id="bulk.left-out"
      message="{count, plural, one {One is left out} other {# are left out}}"
      values={{ count }}
    />
  )
}
