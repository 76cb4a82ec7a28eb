import { Button } from '@fluentui/react-components'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { Policy, PolicyPreview } from '@foyer/contracts/policy'
import { Trans, useLingui } from '@lingui/react'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useFetcher } from 'react-router'
import { formatCalendarDay, formatTime } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { explainEnd } from '../../end-reasons.ts'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { Face } from '../../ui/face.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { Bone } from '../../ui/waiting.tsx'
import type { previewPolicyAction } from './change-policy.ts'
import styles from './policy.module.css'

/** So long after the last key the organization is counted again. */
const restMs = 500
/** So many names stand in sight; the others are told by their number. */
const mostNames = 5

/** What the policy would do, counted and by name, while it is written. */
export function PreviewCard({
  organization,
  policy,
  version,
}: {
  organization: OrganizationLocation
  /** Undefined while what was typed is none. */
  policy: Policy | undefined
  version: number
}) {
  const preview = useFetcher<typeof previewPolicyAction>()
  const { submit, data } = preview
  const body = policy && JSON.stringify(policy)
  const action = paths.policyPreview(organization.slug)
  const send = useCallback(() => {
    if (body === undefined) return
    // It changes nothing: what was typed stays as it is.
    const options = { action, encType: 'application/json', defaultShouldRevalidate: false } as const
    void submit(body, { method: 'post', ...options })
  }, [body, submit, action])
  useEffect(() => {
    const timer = setTimeout(send, restMs)
    return () => clearTimeout(timer)
  }, [send])
  return (
    <Card
      heading={
        <Trans id="policy.preview" message="What version {version} would do" values={{ version }} />
      }
    >
      {policy === undefined ? (
        <p className={styles.note}>
          <Trans
            id="policy.preview.none"
            message="One of the rules cannot be read. Put it right to see what they would do."
          />
        </p>
      ) : data && 'failure' in data ? (
        <FailureMessage
          failure={data.failure}
          organization={organization}
          isRetrying={preview.state !== 'idle'}
          onRetry={send}
        />
      ) : data ? (
        <Counted preview={data.value} isOld={preview.state !== 'idle'} />
      ) : (
        <Bone width="100%" height={160} />
      )}
    </Card>
  )
}

function Counted({ preview, isOld }: { preview: PolicyPreview; isOld: boolean }) {
  const { i18n } = useLingui()
  const { guests, countedAt, isAsked, isReminded, isEnding, earlier, otherEarlier } = preview
  const [isWhole, setWhole] = useState(false)
  const total = earlier.length + otherEarlier
  const shown = isWhole ? earlier : earlier.slice(0, mostNames)
  return (
    <div aria-busy={isOld}>
      <p className={styles.small}>
        <Trans
          id="policy.preview.counted"
          message="{guests, plural, one {One guest} other {# guests}}, counted at {time}, for the next 30 days"
          values={{ guests, time: formatTime(i18n, new Date(countedAt)) }}
        />
      </p>
      <ul className={styles.figures}>
        <Figure counted={isAsked}>
          <Trans id="policy.preview.asked" message="asked if still needed" />
        </Figure>
        <Figure counted={isReminded}>
          <Trans id="policy.preview.reminded" message="told of the end" />
        </Figure>
        <Figure counted={isEnding}>
          <Trans id="policy.preview.ending" message="whose last day comes" />
        </Figure>
      </ul>
      {total > 0 ? (
        <>
          <h3 className={styles.heading}>
            <Trans
              id="policy.preview.earlier"
              message="{total, plural, one {One guest’s access would end earlier} other {The access of # guests would end earlier}}"
              values={{ total }}
            />
          </h3>
          <ul className={styles.names}>
            {shown.map(({ guestId, name, on, because }) => (
              <li key={guestId}>
                <Face name={name} size="small" tone="other" />
                <span>
                  <strong>
                    <bdi>{name}</bdi>
                  </strong>
                  <span className={styles.small}>
                    {formatCalendarDay(i18n, on)}: <Say text={explainEnd(because)} />
                  </span>
                </span>
              </li>
            ))}
          </ul>
          {earlier.length > shown.length ? (
            <Button size="small" onClick={() => setWhole(true)}>
              <Trans
                id="policy.preview.all"
                message="See {count} more by name"
                values={{ count: earlier.length - shown.length }}
              />
            </Button>
          ) : total > shown.length ? (
            <p className={styles.small}>
              <Trans
                id="policy.preview.more"
                message="{count, plural, one {and one more} other {and # more}}"
                values={{ count: total - shown.length }}
              />
            </p>
          ) : null}
        </>
      ) : (
        <p className={styles.small}>
          <Trans id="policy.preview.same" message="Nobody’s access would end earlier than now." />
        </p>
      )}
    </div>
  )
}

function Figure({
  counted: { before, after },
  children,
}: {
  counted: PolicyPreview['isAsked']
  children: ReactNode
}) {
  return (
    <li className={before === after ? undefined : styles.moved}>
      <span className={styles.figure}>{after}</span>
      <span>{children}</span>
      <span className={styles.small}>
        {before === after ? (
          <Trans id="policy.preview.as-before" message="as before" />
        ) : (
          <Trans id="policy.preview.before" message="{before} before" values={{ before }} />
        )}
      </span>
    </li>
  )
}
