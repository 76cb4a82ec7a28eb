import { takeBackDecline } from '@foyer/contracts/invitation-link'
import type { InvitationState } from '@foyer/contracts/invitation'
import { Trans, useLingui } from '@lingui/react'
import { formatDay, formatInstant } from '../language/dates.ts'
import { Announce } from '../ui/announce.tsx'
import { Message } from '../ui/message.tsx'
import { Button } from './button.tsx'
import styles from './notice.module.css'
import type { InvitationView } from './invitation-page.tsx'
import { LostCard } from './lost-card.tsx'
import { Notice, NoticeActs } from './notice.tsx'
import { TroubleMessage } from './trouble-message.tsx'
import { useDeed } from './use-deed.ts'

/** An offer that has ended: that nobody became a guest by it, and what can still be done. */
export function EndedView({ token, invitation, call, onChange }: InvitationView) {
  const { i18n } = useLingui()
  const { state, organization, endedAt, openUntil, takeBackUntil, offer } = invitation
  const { act, isActing, failure } = useDeed(onChange)
  const { name } = organization
  const canTakeBack = state === 'declined' && takeBackUntil !== undefined
  const inWindow = i18n._(
    /*i18n*/ { id: 'ended.window', message: 'An invitation of {name} has ended', values: { name } },
  )
  return (
    <>
      {state === 'declined' && offer ? (
        <Announce>
          <Told name={name} />
        </Announce>
      ) : null}
      <Notice
        organization={name}
        look="grey"
        inWindow={inWindow}
        title={<EndedTitle state={state} name={name} />}
        below={
          state === 'expired' || state === 'withdrawn' ? (
            <LostCard call={call} slug={organization.slug} />
          ) : null
        }
      >
        <p>
          <EndedText
            state={state}
            name={name}
            endedAt={formatInstant(i18n, endedAt ?? openUntil)}
          />
        </p>
        {failure ? (
          <TroubleMessage
            code={failure.code}
            requestId={failure.trace.requestId}
            organization={name}
          />
        ) : null}
        {canTakeBack ? (
          <>
            <p>
              <Trans
                id="ended.take-back.until"
                message="You can take that back until {day}, with this link."
                values={{ day: formatDay(i18n, takeBackUntil) }}
              />
            </p>
            <NoticeActs>
              <Button
                isWaiting={isActing}
                onClick={() => act(async () => call(takeBackDecline, { params: { token } }))}
              >
                <Trans id="ended.take-back" message="Open the invitation again" />
              </Button>
            </NoticeActs>
          </>
        ) : null}
      </Notice>
    </>
  )
}

function Told({ name }: { name: string }) {
  return (
    <div className={styles.told}>
      <Message tone="done">
        <p>
          <Trans
            id="ended.declined.told"
            message="{name} is told. Nobody has become a guest."
            values={{ name: <bdi>{name}</bdi> }}
          />
        </p>
      </Message>
    </div>
  )
}

function EndedTitle({ state, name }: { state: InvitationState; name: string }) {
  const values = { name: <bdi>{name}</bdi> }
  switch (state) {
    case 'declined':
      return (
        <Trans
          id="ended.declined.title"
          message="You declined the invitation of {name}"
          values={values}
        />
      )
    case 'not-theirs':
      return (
        <Trans
          id="ended.not-theirs.title"
          message="This invitation reached the wrong person"
          values={values}
        />
      )
    case 'withdrawn':
      return (
        <Trans
          id="ended.withdrawn.title"
          message="{name} has withdrawn this invitation"
          values={values}
        />
      )
    case 'expired':
      return (
        <Trans
          id="ended.expired.title"
          message="This invitation of {name} has run out"
          values={values}
        />
      )
    case 'open':
    case 'accepting':
    case 'accepted':
    case 'redeemed':
    case 'held':
      return (
        <Trans
          id="ended.closed.title"
          message="This invitation of {name} cannot be shown"
          values={values}
        />
      )
  }
}

function EndedText({
  state,
  name,
  endedAt,
}: {
  state: InvitationState
  name: string
  endedAt: string
}) {
  const values = { name: <bdi>{name}</bdi>, endedAt }
  switch (state) {
    case 'declined':
      return (
        <Trans
          id="ended.declined"
          message="The directory of {name} knows nothing of you. You need do nothing more."
          values={values}
        />
      )
    case 'not-theirs':
      return (
        <Trans
          id="ended.not-theirs"
          message="Somebody with this link has said so. Whoever invited is told, and the link leads nowhere any more. You need do nothing."
        />
      )
    case 'withdrawn':
      return (
        <Trans
          id="ended.withdrawn"
          message="That was on {endedAt}. Nobody has become a guest by it, and you need do nothing. Did you count on it? Ask whoever invited you."
          values={values}
        />
      )
    case 'expired':
      return (
        <Trans
          id="ended.expired"
          message="It was open until {endedAt}, and nobody has become a guest by it. Do you still need it? Ask whoever invited you to send it again: that takes them one click."
          values={values}
        />
      )
    case 'open':
    case 'accepting':
    case 'accepted':
    case 'redeemed':
    case 'held':
      return (
        <Trans
          id="ended.closed"
          message="Foyer may tell no more about it now. Ask whoever invited you, by a number or an address that you already have."
        />
      )
  }
}
