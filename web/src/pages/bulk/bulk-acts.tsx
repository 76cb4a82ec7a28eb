import { Button } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'
import type { Bulk } from '@foyer/contracts/bulk-extension'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { Failure } from '../../failure.ts'
import { paths } from '../../paths.ts'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useAct } from '../../ui/use-act.ts'
import styles from './bulk.module.css'
import type { readResultAction, stopBulkAction } from './follow-bulk.ts'
import { isProblem } from './obstacle-words.ts'
import { writeResult } from './result-file.ts'

/** What can be done about it: stop it, try again with those for whom that may help, and keep the result. */
export function BulkActs({
  organization,
  bulkId,
  bulk,
}: {
  organization: OrganizationLocation
  bulkId: string
  bulk: Bulk
}) {
  const { i18n } = useLingui()
  const navigate = useNavigate()
  const { slug } = organization
  const stopping = useAct<typeof stopBulkAction>(paths.bulk(slug, bulkId))
  const reading = useAct<typeof readResultAction>(paths.bulkResult(slug, bulkId))
  const read = reading.outcome
  const saved = useRef(read)
  useEffect(() => {
    if (!read || 'failure' in read || saved.current === read) return
    saved.current = read
    const text = writeResult(i18n, read.value, { organization: organization.name, ...bulk })
    saveFile(text, 'text/csv;charset=utf-8', `foyer-${slug}-${bulk.until}.csv`)
  }, [i18n, organization.name, slug, bulk, read])

  const again = bulk.items.filter(
    ({ state, because }) =>
      state === 'stopped' ||
      (state === 'failed' && (!isProblem(because) || new Failure(because).isPassing)),
  )
  const failed = [stopping.outcome, read].flatMap((outcome) =>
    outcome && 'failure' in outcome ? [outcome.failure] : [],
  )
  const [failure] = failed
  return (
    <>
      <div className={styles.acts}>
        {bulk.state === 'under-way' ? (
          <Button disabledFocusable={stopping.isActing} onClick={() => stopping.act({})}>
            <Trans id="bulk.stop" message="Stop after the current guest" />
          </Button>
        ) : again.length > 0 ? (
          <Button
            icon={<ArrowClockwiseRegular />}
            onClick={() =>
              void navigate(paths.extendGuests(slug), {
                state: again.map(({ guestId }) => guestId),
              })
            }
          >
            <Trans
              id="bulk.again"
              message="{count, plural, one {Try again with this one …} other {Try again with these # …}}"
              values={{ count: again.length }}
            />
          </Button>
        ) : null}
        <Button
          appearance="subtle"
          icon={<ArrowDownloadRegular />}
          disabledFocusable={reading.isActing}
          onClick={() => reading.act({})}
        >
          <Trans id="bulk.result" message="Result as CSV" />
        </Button>
      </div>
      {failure ? (
        <FailureMessage
          failure={failure}
          organization={organization}
          isRetrying={stopping.isActing || reading.isActing}
          onRetry={() => (failure === failed[0] && read ? reading : stopping).act({})}
        />
      ) : null}
    </>
  )
}
