import { Button } from '@fluentui/react-components'
import type { CheckedRow, InvitationFileCheck } from '@foyer/contracts/invitation-file-check'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { formatCalendarDay } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { Card } from '../../ui/card.tsx'
import { Message } from '../../ui/message.tsx'
import { FileRow } from './file-row.tsx'
import { tellFault } from './file-words.ts'
import styles from './invitation-files.module.css'
import { tellReason } from './row-words.ts'

/** So many of those with nothing against them are named; the others are as they are. */
const mostFine = 10

/** What each row of a file would do, those that fail first; nothing was sent. */
export function CheckCard({
  organization,
  check,
  isSending,
  onSend,
}: {
  organization: OrganizationLocation
  check: InvitationFileCheck
  isSending: boolean
  onSend: () => void
}) {
  const { fault, findings, rows, total, willFail, leftToday, mailsADay } = check
  if (fault) {
    return (
      <Message tone="danger" role="alert">
        <p>
          <Say text={tellFault(fault)} />{' '}
          <Trans id="invitation-file.nothing-sent" message="Nothing was sent." />
        </p>
      </Message>
    )
  }
  const sent = total - willFail
  const isClosed = findings.some(({ verdict }) => verdict === 'will-fail')
  const mayRefuse = findings.some(({ verdict }) => verdict === 'may-fail')
  const fine = rows.filter((row) => row.findings.length === 0)
  const days = mailsADay > 0 ? Math.ceil(sent / mailsADay) : 0
  return (
    <Card
      heading={
        <Trans
          id="invitation-file.check"
          message="{sent, plural, =0 {Nobody would be invited} one {One person would be invited} other {# people would be invited}}"
          values={{ sent }}
        />
      }
      note={
        <>
          {willFail > 0 ? (
            <Trans
              id="invitation-file.left-out"
              message="{willFail, plural, one {One row is left out.} other {# rows are left out.}}"
              values={{ willFail }}
            />
          ) : null}{' '}
          {days > 1 ? (
            <Trans
              id="invitation-file.days"
              message="{mailsADay, plural, one {One mail} other {# mails}} a day leave for files: it takes {days} days."
              values={{ mailsADay, days }}
            />
          ) : null}{' '}
          <Trans
            id="invitation-file.unchecked"
            message="Whether the directory knows an address by another name, and whether Microsoft or the other side lets them in, nobody can tell before each is sent."
          />
        </>
      }
    >
      {isClosed ? (
        <Message tone="danger" role="alert">
          <p>
            <Say text={tellReason('inviting-not-allowed', { organization: organization.name })} />
          </p>
        </Message>
      ) : mayRefuse ? (
        <Message tone="warning">
          <p>
            <Trans
              id="invitation-file.rule-for-apps"
              message="The organization lets only some people invite: Microsoft may refuse Foyer, too."
            />
          </p>
        </Message>
      ) : null}
      {sent > leftToday ? (
        <Message tone="danger" role="alert">
          <p>
            <Trans
              id="invitation-file.left-today"
              message="{leftToday, plural, =0 {No row} one {One row} other {# rows}} may still be sent today for all of {organization}. Send a shorter file, or go on tomorrow."
              values={{ leftToday, organization: organization.name }}
            />
          </p>
        </Message>
      ) : null}
      <ul className={styles.rows}>
        {rows
          .filter((row) => row.findings.length > 0)
          .toSorted((one, other) => weightOf(one) - weightOf(other))
          .map((row) => (
            <Found key={row.line} row={row} organization={organization.name} />
          ))}
        {fine.slice(0, mostFine).map((row) => (
          <Fine key={row.line} row={row} />
        ))}
      </ul>
      {fine.length > mostFine ? (
        <p className={styles.small}>
          <Trans
            id="invitation-file.fine-rest"
            message="{rest, plural, one {One more row has} other {# more rows have}} nothing against them."
            values={{ rest: fine.length - mostFine }}
          />
        </p>
      ) : null}
      <div className={styles.acts}>
        <Button
          appearance="primary"
          disabledFocusable={isSending || isClosed || sent === 0 || sent > leftToday}
          onClick={onSend}
        >
          <Trans
            id="invitation-file.send"
            message="{sent, plural, one {Invite one person} other {Invite # people}}"
            values={{ sent }}
          />
        </Button>
      </div>
    </Card>
  )
}

function weightOf({ findings: [worst] }: CheckedRow): number {
  return ['will-fail', 'may-fail', 'not-checked'].indexOf(worst?.verdict ?? 'not-checked')
}

function Found({
  row: { line, name, mail, findings },
  organization,
}: {
  row: CheckedRow
  organization: string
}) {
  const isLeftOut = findings[0]?.verdict === 'will-fail'
  return (
    <FileRow state={isLeftOut ? 'left-out' : 'waiting'} line={line} name={name} mail={mail}>
      {isLeftOut ? (
        <Trans id="invitation-file.will-fail" message="Will fail." />
      ) : findings[0]?.verdict === 'may-fail' ? (
        <Trans id="invitation-file.may-fail" message="May fail." />
      ) : (
        <Trans id="invitation-file.not-checked" message="Not checked." />
      )}
      {findings.map(({ reason, verdict }) => (
        <span key={reason + verdict}>
          {' '}
          <Say
            text={tellReason(reason, { organization, isUnchecked: verdict === 'not-checked' })}
          />
        </span>
      ))}
    </FileRow>
  )
}

function Fine({ row: { line, name, mail, endsOn } }: { row: CheckedRow }) {
  const { i18n } = useLingui()
  return (
    <FileRow state="waiting" line={line} name={name} mail={mail}>
      <Trans
        id="invitation-file.until"
        message="Access until {day}."
        values={{ day: endsOn ? formatCalendarDay(i18n, endsOn) : '' }}
      />
    </FileRow>
  )
}
