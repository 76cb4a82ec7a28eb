import type { ExitRequest } from '@foyer/contracts/exit-request'
import { Trans, useLingui } from '@lingui/react'
import { formatDay } from '../../language/dates.ts'
import { Fact, Facts } from '../../ui/facts.tsx'

/** When a guest asked, by when they are to be answered, and how sure it is that it was them. */
export function ExitFacts({
  request: { guest, state, isOverdue, askedAt, dueAt, lastSignInAt, seenAs },
}: {
  request: ExitRequest
}) {
  const { i18n } = useLingui()
  // What an answer is to be thought over with; of one that was given, less is enough.
  const isOwed = state === 'open' || state === 'waiting'
  return (
    <Facts>
      <Fact name={<Trans id="exit-requests.asked" message="Asked on" />}>
        {formatDay(i18n, askedAt)}
      </Fact>
      {isOwed ? (
        <>
          <Fact name={<Trans id="exit-requests.due" message="Answer due on" />}>
            {isOverdue && state === 'open' ? (
              <Trans
                id="exit-requests.overdue"
                message="{day}, which is over"
                values={{ day: <strong>{formatDay(i18n, dueAt)}</strong> }}
              />
            ) : (
              formatDay(i18n, dueAt)
            )}
          </Fact>
          <Fact name={<Trans id="exit-requests.last" message="Last sign-in" />}>
            {lastSignInAt ? (
              formatDay(i18n, lastSignInAt)
            ) : (
              <Trans id="exit-requests.last.unknown" message="Unknown" />
            )}
          </Fact>
          <Fact name={<Trans id="exit-requests.seen-as" message="Why you see it" />}>
            {seenAs === 'sponsor' ? (
              <Trans id="exit-requests.seen-as.sponsor" message="You vouch for this guest" />
            ) : (
              <Trans id="exit-requests.seen-as.operator" message="You answer for all guests" />
            )}
          </Fact>
        </>
      ) : null}
      <Fact isWide={isOwed} name={<Trans id="exit-requests.proof" message="Who asked" />}>
        {guest.mail ? (
          <Trans
            id="exit-requests.proof.mail"
            message="Somebody who reads {mail}"
            values={{ mail: <bdi>{guest.mail}</bdi> }}
          />
        ) : (
          <Trans
            id="exit-requests.proof.unknown"
            message="Somebody who reads an address of the account"
          />
        )}
      </Fact>
    </Facts>
  )
}
