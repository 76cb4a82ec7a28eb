import { Button } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'
import { longestFile } from '@foyer/contracts/invitation-file-check'
import { type InvitationFileSummary } from '@foyer/contracts/invitation-file'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useId, useState } from 'react'
import { Link, useLoaderData } from 'react-router'
import { dayOf } from '../../calendar.ts'
import { formatDay } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { Announce } from '../../ui/announce.tsx'
import { Card } from '../../ui/card.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { Message } from '../../ui/message.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useAct } from '../../ui/use-act.ts'
import { Answered } from '../organization/answered.tsx'
import { CheckCard } from './check-card.tsx'
import { tellFault, tellProgress } from './file-words.ts'
import styles from './invitation-files.module.css'
import { writeSampleFile } from './sample-file.ts'
import type { checkFileAction, invitationFilesLoader, sendFileAction } from './send-file.ts'

/** Where an operator chooses a file, sees what each row would do, and sends it. */
export function SendFilePage() {
  const read = useLoaderData<typeof invitationFilesLoader>()
  return (
    <Answered of={read}>
      {({ files }) => <SendFileView organization={read.organization} files={files} />}
    </Answered>
  )
}

function SendFileView({
  organization,
  files,
}: {
  organization: OrganizationLocation
  files: readonly InvitationFileSummary[]
}) {
  const { i18n } = useLingui()
  const { slug, name } = organization
  const fieldId = useId()
  const [chosen, setChosen] = useState<{ readonly text: string; readonly key: string }>()
  const [isTooLarge, setIsTooLarge] = useState(false)
  const [isEmpty, setIsEmpty] = useState(false)
  const checking = useAct<typeof checkFileAction>(paths.checkFile(slug))
  const sending = useAct<typeof sendFileAction>(paths.inviteByFile(slug))
  const check = chosen && checking.outcome
  const sent = sending.outcome
  const [sentKey, setSentKey] = useState<string>()
  // What was checked anew was not sent yet.
  const isOfThis = chosen !== undefined && sentKey === chosen.key
  const failed = isOfThis && sent && 'failure' in sent ? sent.failure : undefined

  function checkText(text: string): void {
    setChosen({ text, key: crypto.randomUUID() })
    checking.act({ text })
  }

  async function choose(file: File | undefined): Promise<void> {
    if (!file) return
    // A sign takes four bytes at most: what is larger is not even read.
    const text = file.size > 4 * longestFile ? undefined : await file.text()
    const isFit = text !== undefined && text.length <= longestFile
    setIsTooLarge(!isFit)
    setIsEmpty(text === '')
    if (isFit && text !== '') checkText(text)
    else setChosen(undefined)
  }

  return (
    <div className={styles.page}>
      <div className={styles.title}>
        <PageTitle
          inWindow={i18n._(
            /*i18n*/ { id: 'invitation-file.title', message: 'Invite many by a file' },
          )}
        >
          <Trans id="invitation-file.title" message="Invite many by a file" />
        </PageTitle>
        <p className={styles.lead}>
          <Trans
            id="invitation-file.lead"
            message="A table of up to 5,000 people, saved as CSV. First you see what each row would do; nothing is sent before you say so."
          />
        </p>
      </div>
      <Card heading={<Trans id="invitation-file.choose" message="Choose the file" />}>
        <div className={styles.field}>
          <label htmlFor={fieldId}>
            <Trans id="invitation-file.field" message="CSV file" />
          </label>
          <input
            id={fieldId}
            type="file"
            accept=".csv,text/csv"
            aria-describedby={`${fieldId}-hint`}
            // The same file, changed on the disk, is chosen anew.
            onClick={({ currentTarget }) => {
              currentTarget.value = ''
            }}
            onChange={({ currentTarget }) => void choose(currentTarget.files?.[0])}
          />
          <p id={`${fieldId}-hint`} className={styles.small}>
            <Trans
              id="invitation-file.hint"
              message="The first line names the columns: address, name, purpose, end date, and, where you like, groups (several between bars), language (en or de), message and sponsor (an address)."
            />
          </p>
          <div>
            <Button
              icon={<ArrowDownloadRegular />}
              onClick={() =>
                saveFile(
                  writeSampleFile(dayOf(new Date().toISOString())),
                  'text/csv;charset=utf-8',
                  'foyer-invitations.csv',
                )
              }
            >
              <Trans id="invitation-file.sample" message="Sample file" />
            </Button>
          </div>
        </div>
      </Card>
      <Announce>
        <p className="foyer-hidden">
          {checking.isActing ? (
            <Trans id="invitation-file.checking" message="Checking the file" />
          ) : null}
        </p>
      </Announce>
      {isEmpty ? (
        <Message tone="danger" role="alert">
          <p>
            <Say text={tellFault({ because: 'empty' })} />
          </p>
        </Message>
      ) : null}
      {isTooLarge ? (
        <Message tone="danger" role="alert">
          <p>
            <Trans
              id="invitation-file.too-large"
              message="This file is too large. Cut it into several."
            />
          </p>
        </Message>
      ) : null}
      {failed ? (
        <FailureMessage
          failure={failed}
          organization={organization}
          isRetrying={checking.isActing}
          onRetry={() => chosen && checkText(chosen.text)}
        />
      ) : null}
      {check && 'failure' in check ? (
        <FailureMessage
          failure={check.failure}
          organization={organization}
          isRetrying={checking.isActing}
          onRetry={() => chosen && checkText(chosen.text)}
        />
      ) : null}
      {check && chosen && 'value' in check ? (
        <CheckCard
          organization={organization}
          check={check.value}
          isSending={sending.isActing}
          onSend={() => {
            setSentKey(chosen.key)
            sending.act({ ...chosen, digest: check.value.digest })
          }}
        />
      ) : null}
      {files.length > 0 ? (
        <Card heading={<Trans id="invitation-file.lately" message="Sent lately" />}>
          <ul className={styles.rows}>
            {files.map((file) => (
              <li key={file.fileId} className={styles.row}>
                <span className={styles.sign} aria-hidden="true" />
                <Link to={paths.invitationFile(slug, file.fileId)}>
                  <Say text={tellProgress(file)} />
                </Link>
                <span className={styles.small}>
                  <Trans
                    id="invitation-file.sent-at"
                    message="{isMine, select, true {You sent it} other {Another operator of {name} sent it}} on {day}."
                    values={{
                      isMine: String(file.isMine),
                      name,
                      day: formatDay(i18n, file.askedAt),
                    }}
                  />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </div>
  )
}
