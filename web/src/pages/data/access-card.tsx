import type { AccessData } from '@foyer/contracts/my-data'
import { Trans, useLingui } from '@lingui/react'
import { explainEnd } from '../../end-reasons.ts'
import { formatCalendarDay, formatDay } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { Card } from '../../ui/card.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import styles from './data.module.css'
import { DecidedRows } from './decided-rows.tsx'

/** Until when somebody has access, and what only Foyer knows of it. */
export function AccessCard({ access }: { access: AccessData }) {
  const { i18n } = useLingui()
  const { end, endDate, endSetAt, endSetBy, reason, confirmedAt, visitedAt, exception } = access
  return (
    <Card heading={<Trans id="data.access.title" message="Until when you have access" />}>
      <div className={styles.facts}>
        <Facts>
          {end ? (
            <Fact name={<Trans id="data.access.end" message="The access ends" />}>
              {formatCalendarDay(i18n, end.on)}: <Say text={explainEnd(end.because)} />
            </Fact>
          ) : null}
          {endDate ? (
            <Fact name={<Trans id="data.access.date" message="The day that was set" />}>
              {formatCalendarDay(i18n, endDate)}
              {endSetAt ? `, ${formatDay(i18n, endSetAt)}` : ''}
              {endSetBy ? (
                <>
                  , <bdi>{endSetBy}</bdi>
                </>
              ) : null}
            </Fact>
          ) : null}
          {reason ? (
            <Fact name={<Trans id="data.access.reason" message="Its reason" />}>
              <bdi>{reason}</bdi>
            </Fact>
          ) : null}
          {confirmedAt ? (
            <Fact name={<Trans id="data.access.confirmed" message="Last confirmed" />}>
              {formatDay(i18n, confirmedAt)}
            </Fact>
          ) : null}
          {visitedAt ? (
            <Fact name={<Trans id="data.access.visited" message="Last visit to Foyer" />}>
              {formatDay(i18n, visitedAt)}
            </Fact>
          ) : null}
          {exception ? (
            <Fact name={<Trans id="data.access.except" message="Excepted from the rules until" />}>
              {formatCalendarDay(i18n, exception.until)}, <bdi>{exception.by}</bdi>:{' '}
              <bdi>{exception.reason}</bdi>
            </Fact>
          ) : null}
          {access.requests.map((request) => (
            <Fact
              key={request.askedAt}
              name={
                <Trans
                  id="data.access.request"
                  message="You asked on {day}"
                  values={{ day: formatDay(i18n, request.askedAt) }}
                />
              }
            >
              {formatCalendarDay(i18n, request.until)}: <bdi>{request.reason}</bdi>
              {request.note ? (
                <>
                  {' – '}
                  <bdi>{request.note}</bdi>
                </>
              ) : null}
            </Fact>
          ))}
          <DecidedRows {...access} />
        </Facts>
      </div>
    </Card>
  )
}
