import { Button } from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react'
import { useCallback, useEffect } from 'react'
import { useFetcher, useSubmit } from 'react-router'
import type { Answer } from '../../failure.ts'
import { paths } from '../../paths.ts'
import { Announce } from '../../ui/announce.tsx'
import { BackLink } from '../../ui/back-link.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import type { DepartureView } from '../departure/read-departure.ts'
import { useReadAgain } from '../receipt/use-read-again.ts'
import { stateOf } from '../series/series-progress.ts'
import type { RoundRequest } from './begin-round.ts'
import { RoundCard } from './round-card.tsx'
import type { RoundEntry, roundProgressLoader } from './round-progress.ts'
import styles from './round.module.css'

/** An organization of the round, and what leaving it would end, unless that was accepted. */
export interface RoundPart {
  /** As this tab knows it, before its receipt is read. */
  readonly entry: RoundEntry
  readonly departure: Promise<Answer<DepartureView>> | undefined
}

/** What ends at each organization of the round, the way out of each, and how that goes. */
export function RoundView({ round }: { round: readonly RoundPart[] }) {
  const { i18n } = useLingui()
  const submit = useSubmit()
  const reading = useFetcher<typeof roundProgressLoader>()
  const { load } = reading
  const readAgain = useCallback(async () => load(paths.roundProgress), [load])
  useEffect(() => void readAgain(), [readAgain])

  const entries = round.map(({ entry }, place) => reading.data?.[place] ?? entry)
  const count = (state: string) => entries.filter((entry) => stateOf(entry) === state).length
  useReadAgain(count('being-left') > 0, reading.state !== 'idle', readAgain)

  const end = () => {
    const request: RoundRequest = { act: 'forget', items: [] }
    void submit(JSON.stringify(request), {
      method: 'post',
      encType: 'application/json',
      action: paths.round,
    })
  }
  const left = count('left')
  const summary = (
    <Trans
      id="round.summary"
      message="{count, plural, one {{left} of one organization left.} other {{left} of # organizations left.}}"
      values={{ count: entries.length, left }}
    />
  )
  return (
    <div className={styles.page}>
      <BackLink to={paths.home}>
        <Trans id="home.window" message="My organizations" />
      </BackLink>
      <PageTitle
        inWindow={i18n._(/*i18n*/ { id: 'round.title', message: 'Leave several organizations' })}
      >
        <Trans
          id="round.ends"
          message="{count, plural, one {What ends at one organization} other {What ends at # organizations}}"
          values={{ count: entries.length }}
        />
      </PageTitle>
      <p className={styles.lead}>
        <Trans
          id="round.ends.lead"
          message="Each organization is left by itself, after you have typed its name and signed in there once more. One that refuses holds up no other."
        />
      </p>
      <Announce>
        <p className="foyer-hidden">{summary}</p>
      </Announce>
      <p className={styles.summary} aria-hidden="true">
        {summary}
      </p>
      <ul className={styles.list}>
        {entries.map((entry, place) => (
          <li key={`${entry.organization.organizationId} ${entry.accountId}`}>
            <RoundCard entry={entry} departure={round[place]?.departure} place={place + 1} />
          </li>
        ))}
      </ul>
      <Button onClick={end}>
        {left === entries.length ? (
          <Trans id="series.done" message="Done" />
        ) : (
          <Trans id="round.end" message="Choose again" />
        )}
      </Button>
    </div>
  )
}
