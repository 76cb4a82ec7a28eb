import { useParams } from 'react-router'
import type { Answer } from '../../failure.ts'
import { Say } from '../../language/say.tsx'
import { useAccounts } from '../../session/session-provider.tsx'
import { Door } from '../../ui/door.tsx'
import { Card } from '../../ui/card.tsx'
import type { DepartureView } from '../departure/read-departure.ts'
import { stateOf } from '../series/series-progress.ts'
import { ReceiptLink } from '../series/receipt-link.tsx'
import { StateSign } from '../series/state-sign.tsx'
import { RoundPreview } from './round-preview.tsx'
import type { RoundEntry } from './round-progress.ts'
import { describeEntry } from './round-words.ts'
import styles from './round.module.css'

/** One organization of the round: how it stands, what ends there, and the way out. */
export function RoundCard({
  entry,
  departure,
  place,
}: {
  entry: RoundEntry
  departure: Promise<Answer<DepartureView>> | undefined
  place: number
}) {
  const { accounts } = useAccounts()
  const asked = useParams()['place']
  const { organization, accountId, receipt } = entry
  const state = stateOf(entry)
  const isLeft = state === 'left'
  const mail = accounts.find(({ accountIds }) => accountIds.includes(accountId))?.mail
  const words = describeEntry(entry)
  return (
    <Card
      heading={
        <span className={styles.head}>
          <Door name={organization.name} size="small" look={isLeft ? 'grey' : 'filled'} />
          <span className={styles.words}>
            <bdi>{organization.name}</bdi>
            {mail ? (
              <span className={styles.mail}>
                <bdi>{mail}</bdi>
              </span>
            ) : null}
          </span>
        </span>
      }
    >
      {words.length > 0 ? (
        <div className={styles.state}>
          <StateSign state={state} />
          <p>
            {words.map((sentence) => (
              <span key={sentence.id}>
                <Say text={sentence} />{' '}
              </span>
            ))}
            {receipt ? (
              <ReceiptLink name={organization.name} address={receipt} state={state} />
            ) : null}
          </p>
        </div>
      ) : null}
      {departure && state !== 'being-left' && !isLeft ? (
        <RoundPreview
          entry={entry}
          departure={departure}
          place={place}
          isAsked={asked === String(place)}
        />
      ) : null}
    </Card>
  )
}
