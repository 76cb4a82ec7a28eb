import { Button } from '@fluentui/react-components'
import type { JournalEntry, JournalPage } from '@foyer/contracts/journal'
import { Trans, useLingui } from '@lingui/react'
import { useState } from 'react'
import { useFetcher } from 'react-router'
import { paths } from '../../paths.ts'
import { Announce } from '../../ui/announce.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { PlaceSection } from '../place-section/place-section.tsx'
import { EntryRow } from './entry-row.tsx'
import type { OwnRecord, olderRecordLoader } from './record-loader.ts'
import styles from './record.module.css'

/** What one organization has written down, or why that is not known now. */
export function RecordSection({
  record,
  seenAs,
}: {
  record: OwnRecord
  seenAs: string | undefined
}) {
  const { organization } = record
  return (
    <PlaceSection
      organization={organization}
      seenAs={seenAs}
      read={record.page}
      signIn={
        <Trans
          id="record.sign-in"
          message="{name} shows your record once you have signed in there."
          values={{ name: <bdi>{organization.name}</bdi> }}
        />
      }
    >
      {(page) => <Entries record={record} first={page} />}
    </PlaceSection>
  )
}

function Entries({ record, first }: { record: OwnRecord; first: JournalPage }) {
  const { i18n } = useLingui()
  const { organization, older } = record
  const { name } = organization
  const fetcher = useFetcher<typeof olderRecordLoader>()
  const [pages, setPages] = useState<readonly JournalPage[]>([])
  const { data } = fetcher
  const [taken, setTaken] = useState(data)
  if (data !== taken) {
    setTaken(data)
    if (data && 'value' in data) setPages([...pages, data.value])
  }

  const entries = newestFirst([first, ...pages])
  const { cursor } = pages.at(-1) ?? first
  const load = () => {
    if (cursor !== undefined) void fetcher.load(paths.withCursor(older, cursor))
  }
  if (entries.length === 0) {
    return (
      <p className={styles.empty}>
        <Trans
          id="record.empty"
          message="Nothing yet. Once you leave a group here, or {name} itself, it is written down."
          values={{ name: <bdi>{name}</bdi> }}
        />
      </p>
    )
  }
  return (
    <>
      <ol className={styles.list}>
        {entries.map((entry) => (
          <EntryRow key={entry.position} entry={entry} organization={name} />
        ))}
      </ol>
      {pages.length > 0 ? (
        <Announce>
          <p className="foyer-hidden">
            <Trans
              id="record.count"
              message="{count, plural, one {One entry of {name} is shown.} other {# entries of {name} are shown.}}"
              values={{ count: entries.length, name }}
            />
          </p>
        </Announce>
      ) : null}
      {data && 'failure' in data ? (
        <FailureMessage
          failure={data.failure}
          organization={organization}
          isRetrying={fetcher.state !== 'idle'}
          onRetry={load}
        />
      ) : cursor !== undefined ? (
        <div>
          <Button
            onClick={load}
            disabledFocusable={fetcher.state !== 'idle'}
            aria-label={i18n._(
              /*i18n*/ {
                id: 'record.more.name',
                message: 'Show older entries: {name}',
                values: { name },
              },
            )}
          >
            <Trans id="record.more" message="Show older entries" />
          </Button>
        </div>
      ) : null}
    </>
  )
}

/** Each once: a page that was read again may begin with what an older one already had. */
function newestFirst(pages: readonly JournalPage[]): JournalEntry[] {
  const all = pages.flatMap(({ entries }) => entries)
  const byPosition = new Map(all.map((entry) => [entry.position, entry]))
  return [...byPosition.values()].toSorted((one, other) => other.position - one.position)
}
