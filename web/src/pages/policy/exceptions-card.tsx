import type { listExceptions } from '@foyer/contracts/exception'
import type { ReplyOf } from '@foyer/contracts/operation'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { Link } from 'react-router'
import type { Answer } from '../../failure.ts'
import { formatShortDay } from '../../language/dates.ts'
import { paths } from '../../paths.ts'
import { useAnswer } from '../../ui/answer.ts'
import { Card } from '../../ui/card.tsx'
import { Face } from '../../ui/face.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { Bone } from '../../ui/waiting.tsx'
import styles from './policy.module.css'

type Exceptions = ReplyOf<typeof listExceptions>

/** From whom the rules are kept, until when, by whom and why. */
export function ExceptionsCard({
  organization,
  exceptions,
  onRetry,
}: {
  organization: OrganizationLocation
  exceptions: Promise<Answer<Exceptions>>
  onRetry: () => void
}) {
  const { answer, isRenewing } = useAnswer(exceptions)
  return (
    <Card heading={<Trans id="policy.exceptions" message="Exceptions" />}>
      {!answer ? (
        <Bone width="100%" height={60} />
      ) : 'failure' in answer ? (
        <FailureMessage
          failure={answer.failure}
          organization={organization}
          isRetrying={isRenewing}
          onRetry={onRetry}
        />
      ) : (
        <Listed organization={organization} listed={answer.value} />
      )}
    </Card>
  )
}

function Listed({
  organization: { slug },
  listed: { exceptions, others },
}: {
  organization: OrganizationLocation
  listed: Exceptions
}) {
  const { i18n } = useLingui()
  if (exceptions.length === 0) {
    return (
      <p className={styles.note}>
        <Trans
          id="policy.exceptions.none"
          message="The rules hold for every guest. An exception is made on a guest’s own page."
        />
      </p>
    )
  }
  return (
    <>
      <ul className={styles.names}>
        {exceptions.map(({ guestId, name, until, by, reason }) => (
          <li key={guestId}>
            <Face name={name} size="small" tone="other" />
            <span>
              <Link to={paths.guest(slug, guestId)}>
                <bdi>{name}</bdi>
              </Link>
              <span className={styles.small}>
                <Trans
                  id="policy.exceptions.until"
                  message="until {day}, {by}:"
                  values={{ day: formatShortDay(i18n, until), by: <bdi>{by}</bdi> }}
                />{' '}
                <q>
                  <bdi>{reason}</bdi>
                </q>
              </span>
            </span>
          </li>
        ))}
      </ul>
      {others > 0 ? (
        <p className={styles.small}>
          <Trans
            id="policy.preview.more"
            message="{count, plural, one {and one more} other {and # more}}"
            values={{ count: others }}
          />
        </p>
      ) : null}
    </>
  )
}
