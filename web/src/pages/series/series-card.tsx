import { Button } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise'
import type { Memberships } from '@foyer/contracts/me'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import type { Answer } from '../../failure.ts'
import { Announce } from '../../ui/announce.tsx'
import { Card } from '../../ui/card.tsx'
import { focusHeading } from '../../ui/page-title.tsx'
import { SignInButton } from '../../ui/sign-in-button.tsx'
import { inOrderOfNeed, isOver, mayGoAgain, needsSignIn } from './series-progress.ts'
import { SeriesRow } from './series-row.tsx'
import { SeriesSummary } from './series-summary.tsx'
import styles from './series.module.css'
import type { Series } from './use-series.ts'

/** How leaving several groups goes or went, until the person has read it. */
export function SeriesCard({
  organization,
  name,
  series: { entries, isSending, leave, forget },
  answer,
}: {
  organization: OrganizationLocation
  name: string
  series: Series
  /** The groups that remain. */
  answer: Answer<Memberships> | undefined
}) {
  if (entries.length === 0) return null
  const isEnded = isOver(entries, isSending)
  const again = entries.filter((entry) => mayGoAgain(entry, isSending))
  const summary = <SeriesSummary entries={entries} isOver={isEnded} />
  const sayAndLeave = (act: () => void) => {
    act()
    // The button that has the focus goes.
    focusHeading()
  }
  return (
    <Card heading={summary}>
      <Announce>
        <p className="foyer-hidden">{summary}</p>
      </Announce>
      {isEnded ? null : (
        <p className={styles.goesOn}>
          {isSending ? (
            <Trans
              id="series.sending"
              message="Keep this page open until each has been asked for."
            />
          ) : (
            <Trans
              id="series.goes-on"
              message="What is being left goes on by itself, also when you close this page."
            />
          )}
        </p>
      )}
      <ul className={styles.list}>
        {inOrderOfNeed(entries).map((entry) => (
          <SeriesRow key={entry.groupId} entry={entry} organization={name} isSending={isSending} />
        ))}
      </ul>
      {isEnded && answer && 'value' in answer && again.length === 0 ? (
        <p className={styles.goesOn}>
          <Trans
            id="left.others"
            message="{count, plural, =0 {You are in no other group here.} one {You are still in one other.} other {You are still in # others.}}"
            values={{ count: answer.value.count }}
          />
        </p>
      ) : null}
      {isEnded ? (
        <div className={styles.acts}>
          {entries.some(needsSignIn) ? (
            <SignInButton slug={organization.slug}>
              <Trans id="remedy.sign-in" message="Sign in again" />
            </SignInButton>
          ) : null}
          {again.length > 0 ? (
            <Button
              icon={<ArrowClockwiseRegular />}
              onClick={() =>
                sayAndLeave(() =>
                  leave(again.map(({ groupId, name: group }) => ({ groupId, name: group }))),
                )
              }
            >
              <Trans id="remedy.try-again" message="Try again" />
            </Button>
          ) : null}
          <Button onClick={() => sayAndLeave(forget)}>
            <Trans id="series.done" message="Done" />
          </Button>
        </div>
      ) : null}
    </Card>
  )
}
