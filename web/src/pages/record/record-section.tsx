import { Button } from '@fluentui/react-components'
import type { JournalEntry, JournalPage } from '@foyer/contracts/journal'
import { Trans, useLingui } from '@lingui/react'
import { type ReactNode, useId, useState } from 'react'
import { useFetcher, useRevalidator } from 'react-router'
import { paths } from '../../paths.ts'
import { pictureOf } from '../../places/picture.ts'
import { Announce } from '../../ui/announce.tsx'
import { useAnswer } from '../../ui/answer.ts'
import { Door } from '../../ui/door.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { Message } from '../../ui/message.tsx'
import { SignInButton } from '../../ui/sign-in-button.tsx'
import { Bone, Waiting } from '../../ui/waiting.tsx'
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
  const { name, slug } = organization
  const { answer, renewalFailure, isRenewing } = useAnswer(record.page)
  const { revalidate } = useRevalidator()
  const retry = () => void revalidate()
  const shown = <bdi>{name}</bdi>

  if (!answer) {
    return (
      <Frame name={name} seenAs={seenAs} look="pale">
        <Waiting name={name} onRetry={retry}>
          <div className={styles.bones} aria-hidden="true">
            <Bone width="60%" height={20} />
            <Bone width="30%" height={16} />
          </div>
        </Waiting>
      </Frame>
    )
  }
  if ('value' in answer) {
    return (
      <Frame name={name} seenAs={seenAs}>
        {renewalFailure ? (
          <FailureMessage
            failure={renewalFailure}
            organization={organization}
            isRetrying={isRenewing}
            onRetry={retry}
          />
        ) : null}
        <Entries record={record} first={answer.value} />
      </Frame>
    )
  }
  const picture = pictureOf(answer.failure)
  if (picture === 'not-shown' || picture === 'not-connected') return null
  if (picture === 'sign-in-needed' || picture === 'invited') {
    return (
      <Frame name={name} seenAs={seenAs} look="pale">
        <Message
          tone="key"
          actions={
            <SignInButton slug={slug} mail={seenAs} appearance="secondary">
              <Trans id="sign-in.title" message="Sign in at {name}" values={{ name: shown }} />
            </SignInButton>
          }
        >
          <p>
            <Trans
              id="record.sign-in"
              message="{name} shows your record once you have signed in there."
              values={{ name: shown }}
            />
          </p>
        </Message>
      </Frame>
    )
  }
  return (
    <Frame name={name} seenAs={seenAs} look={picture === 'no-answer' ? 'pale' : 'grey'}>
      <FailureMessage
        failure={answer.failure}
        organization={organization}
        isRetrying={isRenewing}
        onRetry={retry}
      />
    </Frame>
  )
}

function Frame({
  name,
  seenAs,
  look = 'filled',
  children,
}: {
  name: string
  seenAs: string | undefined
  look?: 'filled' | 'pale' | 'grey'
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.head}>
        <Door name={name} size="small" look={look} />
        <div className={styles.headWords}>
          <h2 id={id} className={styles.heading}>
            <bdi>{name}</bdi>
          </h2>
          {seenAs ? (
            <p className={styles.when}>
              <Trans
                id="place.seen-as"
                message="Seen with {mail}"
                values={{ mail: <bdi>{seenAs}</bdi> }}
              />
            </p>
          ) : null}
        </div>
      </div>
      {children}
    </section>
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
