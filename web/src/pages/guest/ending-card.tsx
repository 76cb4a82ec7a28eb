import { Button } from '@fluentui/react-components'
import type { Ending } from '@foyer/contracts/ending'
import type { GuestDetail } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { MessageDescriptor } from '@lingui/core'
import { Trans, useLingui } from '@lingui/react'
import { useNavigate } from 'react-router'
import type { Failure } from '../../failure.ts'
import { Say } from '../../language/say.tsx'
import { formatDay, formatInstant, formatTime } from '../../language/dates.ts'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { DecisionFailure } from './decision-failure.tsx'
import styles from './guest.module.css'

/** The button that opens the question whether the access ends. */
export const endButtonId = 'end-access'

export function isUnderWay(ending: Ending | undefined): ending is Ending {
  const { state } = ending ?? {}
  return state === 'asked' || state === 'waiting' || state === 'blocked'
}

/** That an access ends, by whom and why, and how it is taken back. */
export function EndingCard({
  organization,
  guest: { name },
  ending,
  isActing,
  failure,
  onStop,
}: {
  organization: OrganizationLocation
  guest: GuestDetail
  ending: Ending
  isActing: boolean
  failure: Failure | undefined
  onStop: () => void
}) {
  const { i18n } = useLingui()
  const values = {
    name: <bdi>{name}</bdi>,
    by: <bdi>{ending.askedBy}</bdi>,
    at: formatInstant(i18n, ending.askedAt),
    time: formatTime(i18n, new Date(ending.blocksAt)),
    day: formatDay(i18n, ending.removesAt),
  }
  return (
    <Card
      heading={
        ending.state === 'asked' ? (
          <Trans
            id="guest.ending.asked"
            message="An operator has to agree that the access of {name} ends"
            values={values}
          />
        ) : ending.state === 'waiting' ? (
          <Trans
            id="guest.ending.waiting"
            message="The access of {name} ends at {time}"
            values={values}
          />
        ) : (
          <Trans
            id="guest.ending.blocked"
            message="{name} cannot sign in any more"
            values={values}
          />
        )
      }
    >
      <p className={styles.text}>
        {ending.isMove ? (
          <Trans
            id="guest.ending.move"
            message="The guest has moved to another address, {mail}, as {by} had asked. This is the old account, which was told 14 days before."
            values={{ ...values, mail: <bdi>{ending.reason}</bdi> }}
          />
        ) : (
          <>
            <Trans id="guest.ending.by" message="{by} decided it on {at}:" values={values} />{' '}
            <q>
              <bdi>{ending.reason}</bdi>
            </q>
          </>
        )}
      </p>
      {ending.handover ? (
        <p className={styles.text}>
          <Trans id="guest.ending.handover" message="For whoever takes over:" />{' '}
          <q>
            <bdi>{ending.handover}</bdi>
          </q>
        </p>
      ) : null}
      <p className={styles.text}>
        {ending.state === 'asked' ? (
          <Say text={tellAsked(ending)} />
        ) : ending.state === 'waiting' ? (
          <Trans
            id="guest.ending.waiting.text"
            message="Until then nothing happens. The account is removed on {day}."
            values={values}
          />
        ) : (
          <Trans
            id="guest.ending.blocked.text"
            message="The account is removed on {day}. Until then it is taken back with everything."
            values={values}
          />
        )}
      </p>
      {failure ? (
        <div className={styles.failure}>
          <DecisionFailure
            organization={organization}
            failure={failure}
            isActing={isActing}
            onRetry={onStop}
          />
        </div>
      ) : null}
      <div className={styles.acts}>
        <Button appearance="primary" disabledFocusable={isActing} onClick={onStop}>
          {ending.state === 'asked' ? (
            <Trans id="guest.ending.withdraw" message="Take it back" />
          ) : ending.state === 'waiting' ? (
            <Trans id="guest.ending.stop" message="Stop" />
          ) : (
            <Trans id="guest.ending.take-back" message="Let them sign in again" />
          )}
        </Button>
      </div>
    </Card>
  )
}

/** Why it waits, and what happens meanwhile. */
function tellAsked({ because }: Ending): MessageDescriptor {
  return because === 'unusual-day'
    ? /*i18n*/ {
        id: 'guest.ending.asked.unusual',
        message:
          'Today many more accesses are ended by the same person than ever before. An operator looks at them first; nothing happens to the guest until then.',
      }
    : /*i18n*/ {
        id: 'guest.ending.asked.many',
        message:
          'Many accesses were ended today already. Nothing happens to the guest until an operator agrees, and you get a mail.',
      }
}

/** The quiet way to end an access, last on the page; and what became of the last time. */
export function EndCard({
  organization,
  guest: { guestId, ending },
  isActing,
}: {
  organization: OrganizationLocation
  guest: GuestDetail
  isActing: boolean
}) {
  const navigate = useNavigate()
  return (
    <Card heading={<Trans id="guest.end" message="No longer needed?" />}>
      <p className={styles.text}>
        {ending?.state === 'refused' && ending.because === 'operator-refused' ? (
          <Trans
            id="guest.end.not-agreed"
            message="It was asked for before, and an operator did not agree. Whoever asked got a mail with the reason."
          />
        ) : ending?.state === 'refused' ? (
          <Trans
            id="guest.end.refused"
            message="It was decided before, and Foyer did not do it: the account is protected now, or somebody else has decided since."
          />
        ) : (
          <Trans
            id="guest.end.text"
            message="You can end the access before its last day. For ten minutes it can be stopped, and for days taken back."
          />
        )}
      </p>
      <div className={styles.acts}>
        <Button
          id={endButtonId}
          disabledFocusable={isActing}
          onClick={() => void navigate(paths.endAccess(organization.slug, guestId))}
        >
          <Trans id="guest.end.open" message="End access …" />
        </Button>
      </div>
    </Card>
  )
}
