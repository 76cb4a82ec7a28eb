import type { ExitStatus } from '@foyer/contracts/exit-request'
import { Trans, useLingui } from '@lingui/react'
import { formatDay, formatInstant } from '../../language/dates.ts'
import { Fact, Facts } from '../../ui/facts.tsx'

/** Where a request was filed, and its days. */
export function StatusFacts({ status }: { status: ExitStatus }) {
  const { i18n } = useLingui()
  const { organization, state, askedAt, opensAt, dueAt, answeredAt, removalAt, endedAt } = status
  const isOwed = state === 'waiting' || state === 'open'
  return (
    <Facts>
      <Fact name={<Trans id="exit-status.where" message="Who was asked" />}>
        <bdi>{organization.name}</bdi>
      </Fact>
      <Fact name={<Trans id="exit-status.asked" message="Asked" />}>
        {formatInstant(i18n, askedAt)}
      </Fact>
      {state === 'waiting' && opensAt ? (
        <Fact name={<Trans id="exit-status.opens" message="Waits at the longest until" />}>
          {formatInstant(i18n, opensAt)}
        </Fact>
      ) : null}
      {isOwed ? (
        <Fact name={<Trans id="exit-status.due" message="Answer due on" />}>
          {formatDay(i18n, dueAt)}
        </Fact>
      ) : null}
      {answeredAt ? (
        <Fact name={<Trans id="exit-status.answered" message="Answered" />}>
          {formatInstant(i18n, answeredAt)}
        </Fact>
      ) : null}
      {state === 'granted' && removalAt ? (
        <Fact name={<Trans id="exit-status.removal" message="Account removed on" />}>
          {formatDay(i18n, removalAt)}
        </Fact>
      ) : null}
      {endedAt && state !== 'refused' ? (
        <Fact name={<Trans id="exit-status.ended" message="Ended" />}>
          {formatInstant(i18n, endedAt)}
        </Fact>
      ) : null}
    </Facts>
  )
}
