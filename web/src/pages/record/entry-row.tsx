import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { ClockRegular } from '@fluentui/react-icons/svg/clock'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed'
import type { JournalEntry } from '@foyer/contracts/journal'
import { Trans, useLingui } from '@lingui/react'
import { formatInstant } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { Code } from '../../ui/code.tsx'
import { tellActor, tellEntry, tellReason } from './entry-words.ts'
import styles from './record.module.css'

const icons = {
  asked: ClockRegular,
  done: CheckmarkRegular,
  refused: LockClosedRegular,
  failed: DismissRegular,
} as const

/** One entry: what happened, when, and why not where it was not done. */
export function EntryRow({ entry, organization }: { entry: JournalEntry; organization: string }) {
  const { i18n } = useLingui()
  const { at, outcome, because, requestId, isErased } = entry
  const Icon = icons[outcome]
  const notes = [tellActor(entry), tellReason(entry, organization)]
  return (
    <li className={styles.row}>
      <span
        className={`${styles.tile} ${outcome === 'done' ? styles.done : ''}`}
        aria-hidden="true"
      >
        <Icon />
      </span>
      <div className={styles.words}>
        <p className={styles.sentence}>
          <Say text={tellEntry(entry, organization)} />
        </p>
        <p className={styles.when}>
          <time dateTime={at}>{formatInstant(i18n, at)}</time>
        </p>
        {notes.map((note) =>
          note ? (
            <p key={note.id} className={styles.why}>
              <Say text={note} />
            </p>
          ) : null,
        )}
        {isErased ? (
          <p className={styles.why}>
            <Trans id="record.erased" message="The names in this entry were erased." />
          </p>
        ) : null}
        {because !== undefined && requestId !== undefined ? (
          <p className={styles.code}>
            <Trans
              id="help-desk.request"
              message="For a help desk: {codes}, request {requestId}"
              values={{ codes: <Code>{because}</Code>, requestId: <Code>{requestId}</Code> }}
            />
          </p>
        ) : null}
      </div>
    </li>
  )
}
