import { Button, ProgressBar } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'
import type { InvitationFile } from '@foyer/contracts/invitation-file'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useEffect, useRef } from 'react'
import { useLoaderData } from 'react-router'
import type { Failure } from '../../failure.ts'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { Announce } from '../../ui/announce.tsx'
import { useAnswer } from '../../ui/answer.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { Card } from '../../ui/card.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { Message } from '../../ui/message.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useAct } from '../../ui/use-act.ts'
import { Answered } from '../organization/answered.tsx'
import { useReadAgain } from '../receipt/use-read-again.ts'
import { FileRow } from './file-row.tsx'
import { tellProgress, tellWait } from './file-words.ts'
import type { invitationFileLoader, readFileResultAction, stopFileAction } from './follow-file.ts'
import styles from './invitation-files.module.css'
import { itemStates, writeFileResult } from './result-file.ts'
import { tellReason } from './row-words.ts'

/** How it goes with those who are invited by a file; the address is that of the work itself. */
export function FileProgressPage() {
  const read = useLoaderData<typeof invitationFileLoader>()
  // Another one is another page: nothing of the last one may stay on it.
  return <Followed key={read.fileId} {...read} />
}

function Followed(read: Awaited<ReturnType<typeof invitationFileLoader>>) {
  const { answer, renewalFailure, isRenewing } = useAnswer(read.answers)
  const isOpen = answer !== undefined && 'value' in answer && answer.value.state === 'under-way'
  useReadAgain(isOpen, isRenewing)
  return (
    <Answered of={read}>
      {(file) => (
        <FileProgressView
          organization={read.organization}
          file={file}
          renewalFailure={renewalFailure}
        />
      )}
    </Answered>
  )
}

/** Failures first; it can be closed, stopped, and found again at its address. */
function FileProgressView({
  organization,
  file,
  renewalFailure,
}: {
  organization: OrganizationLocation
  file: InvitationFile
  renewalFailure: Failure | undefined
}) {
  const { i18n } = useLingui()
  const title = tellProgress(file)
  const isOpen = file.state === 'under-way'
  const wanted = file.total - file.leftOut
  const share = wanted === 0 ? 1 : (wanted - file.waiting) / wanted
  return (
    <div className={styles.page}>
      <div className={styles.title}>
        <BackLink to={paths.inviteByFile(organization.slug)}>
          <Trans id="invitation-file.title" message="Invite many by a file" />
        </BackLink>
        <PageTitle inWindow={i18n._(title)}>
          <Say text={title} />
        </PageTitle>
        {isOpen ? (
          <p className={styles.lead}>
            <Trans
              id="invitation-file.close"
              message="You can close this page. The work goes on, and this address shows for 30 days how it went."
            />
          </p>
        ) : null}
      </div>
      <Announce>
        <p className="foyer-hidden">
          {isOpen ? (
            <Trans
              id="invitation-file.tenths"
              message="{percent} percent done"
              values={{ percent: Math.floor(share * 10) * 10 }}
            />
          ) : (
            <Say text={title} />
          )}
        </p>
      </Announce>
      {renewalFailure ? (
        <FailureMessage
          failure={renewalFailure}
          organization={organization}
          fact={
            <Trans
              id="invitation-file.unseen"
              message="How it goes on could not be seen; it goes on."
            />
          }
          onRetry={() => window.location.reload()}
        />
      ) : null}
      {file.waitsBecause === undefined ? null : (
        <Message tone="waiting">
          <p>
            <Say text={tellWait(file.waitsBecause)} />
          </p>
        </Message>
      )}
      <Card
        heading={
          <Trans
            id="invitation-file.count"
            message="{done} of {count} invited"
            values={{ done: file.done, count: wanted }}
          />
        }
      >
        <ProgressBar
          className={styles.bar ?? ''}
          thickness="large"
          value={share}
          aria-label={i18n._(
            /*i18n*/ { id: 'invitation-file.bar', message: 'Rows of which it is settled' },
          )}
        />
        <ul className={styles.rows}>
          {file.items.map(({ line, name, mail, state, because }) => (
            <FileRow key={line} state={state} line={line} name={name} mail={mail}>
              <Say text={itemStates[state]} />
              {because === undefined ? null : (
                <>
                  {'. '}
                  <Say text={tellReason(because, { organization: organization.name })} />
                </>
              )}
            </FileRow>
          ))}
        </ul>
        {file.total > file.items.length ? (
          <p className={styles.small}>
            <Trans
              id="invitation-file.rest"
              message="{rest, plural, one {One more row is} other {# more rows are}} in the file of the result."
              values={{ rest: file.total - file.items.length }}
            />
          </p>
        ) : null}
        <FileActs organization={organization} file={file} />
      </Card>
    </div>
  )
}

function FileActs({
  organization,
  file,
}: {
  organization: OrganizationLocation
  file: InvitationFile
}) {
  const { i18n } = useLingui()
  const { slug, name } = organization
  const stopping = useAct<typeof stopFileAction>(paths.invitationFile(slug, file.fileId))
  const reading = useAct<typeof readFileResultAction>(paths.invitationFileResult(slug, file.fileId))
  const read = reading.outcome
  const saved = useRef(read)
  useEffect(() => {
    if (!read || 'failure' in read || saved.current === read) return
    saved.current = read
    const text = writeFileResult(i18n, read.value, name)
    saveFile(text, 'text/csv;charset=utf-8', `foyer-${slug}-invitations.csv`)
  }, [i18n, name, slug, read])
  const failed = [stopping.outcome, read].find((outcome) => outcome && 'failure' in outcome)
  return (
    <>
      <div className={styles.acts}>
        {file.state === 'under-way' ? (
          <Button disabledFocusable={stopping.isActing} onClick={() => stopping.act({})}>
            <Trans id="invitation-file.stop" message="Stop after the current row" />
          </Button>
        ) : null}
        <Button
          appearance="subtle"
          icon={<ArrowDownloadRegular />}
          disabledFocusable={reading.isActing}
          onClick={() => reading.act({})}
        >
          <Trans id="invitation-file.result" message="Result as CSV" />
        </Button>
      </div>
      {failed && 'failure' in failed ? (
        <FailureMessage
          failure={failed.failure}
          organization={organization}
          isRetrying={stopping.isActing || reading.isActing}
          onRetry={() => (failed === read ? reading : stopping).act({})}
        />
      ) : null}
    </>
  )
}
