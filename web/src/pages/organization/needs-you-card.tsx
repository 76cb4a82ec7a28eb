import type { ExitRequest } from '@foyer/contracts/exit-request'
import type { LeftGuest } from '@foyer/contracts/left-guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import type { Answer } from '../../failure.ts'
import { paths } from '../../paths.ts'
import { useAnswer } from '../../ui/answer.ts'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Bone } from '../../ui/waiting.tsx'
import styles from './organization.module.css'

/** What somebody of the organization itself has to decide, before everything else. */
export function NeedsYouCard({
  organization: { slug },
  leftGuests,
  exitRequests,
  ownerless,
}: {
  organization: OrganizationLocation
  leftGuests: Promise<Answer<readonly LeftGuest[]>>
  exitRequests: Promise<Answer<readonly ExitRequest[]>>
  ownerless: Promise<Answer<number | undefined>>
}) {
  const { answer: left } = useAnswer(leftGuests)
  const { answer: asked } = useAnswer(exitRequests)
  const { answer: lost } = useAnswer(ownerless)
  const isOperator = lost !== undefined && !('value' in lost && lost.value === undefined)
  const groups = lost && 'value' in lost ? (lost.value ?? 0) : undefined
  const returning = count(left, ({ request }) => request?.state === 'open')
  const leaving = count(asked, ({ state }) => state === 'open')
  // One filled button: the answer that is owed comes first.
  const isExitFirst = (leaving ?? 0) > 0
  const isReturnFirst = asked !== undefined && (returning ?? 0) > 0 && !isExitFirst
  const isOwnerFirst =
    left !== undefined && (groups ?? 0) > 0 && asked !== undefined && !isExitFirst && !isReturnFirst
  return (
    <Card heading={<Trans id="needs-you.title" message="Needs you" />}>
      <div className={styles.text}>
        {left && asked && lost ? (
          <Waiting returning={returning} leaving={leaving} groups={groups} />
        ) : (
          <Bone width="60%" height={20} />
        )}
      </div>
      <div className={styles.acts}>
        <LinkButton to={paths.guests(slug)}>
          <Trans id="guests.title" message="My guests" />
        </LinkButton>
        <LinkButton
          to={paths.exitRequests(slug)}
          appearance={isExitFirst ? 'primary' : 'secondary'}
        >
          <Trans id="exit-requests.title" message="Guests who ask to leave" />
        </LinkButton>
        <LinkButton
          to={paths.leftGuests(slug)}
          appearance={isReturnFirst ? 'primary' : 'secondary'}
        >
          {isReturnFirst ? (
            <Trans id="needs-you.look" message="Look and answer" />
          ) : (
            <Trans id="left-guests.title" message="Guests who left" />
          )}
        </LinkButton>
        {isOperator ? (
          <LinkButton
            to={paths.ownerlessGroups(slug)}
            appearance={isOwnerFirst ? 'primary' : 'secondary'}
          >
            <Trans id="ownerless.title" message="Groups without an owner" />
          </LinkButton>
        ) : null}
        {isOperator ? (
          <LinkButton to={paths.policy(slug)}>
            <Trans id="policy.title" message="Lifecycle policy" />
          </LinkButton>
        ) : null}
      </div>
    </Card>
  )
}

/** Of how many it is asked; undefined where that could not be read. */
function Waiting({
  returning,
  leaving,
  groups,
}: {
  returning: number | undefined
  leaving: number | undefined
  groups: number | undefined
}) {
  if (returning === 0 && leaving === 0 && groups === 0) {
    return (
      <p>
        <Trans id="needs-you.nobody" message="Nobody waits for your answer." />
      </p>
    )
  }
  return (
    <>
      {leaving ? (
        <p>
          <Trans
            id="needs-you.leaving"
            message="{leaving, plural, one {One guest asks for their access to end, and is owed an answer.} other {# guests ask for their access to end, and are owed an answer.}}"
            values={{ leaving }}
          />
        </p>
      ) : null}
      {returning ? (
        <p>
          <Trans
            id="needs-you.returning"
            message="{returning, plural, one {One guest who left asks to come back.} other {# guests who left ask to come back.}}"
            values={{ returning }}
          />
        </p>
      ) : null}
      {groups ? (
        <p>
          <Trans
            id="needs-you.ownerless"
            message="{groups, plural, one {One group has lost its only owner with a guest who left.} other {# groups have lost their only owner with guests who left.}}"
            values={{ groups }}
          />
        </p>
      ) : null}
      {returning === undefined || leaving === undefined || groups === undefined ? (
        <p>
          <Trans
            id="needs-you.unknown"
            message="Whether somebody waits for your answer could not be read now."
          />
        </p>
      ) : null}
    </>
  )
}

function count<T>(
  answer: Answer<readonly T[]> | undefined,
  isWaiting: (one: T) => boolean,
): number | undefined {
  return answer && 'value' in answer ? answer.value.filter(isWaiting).length : undefined
}
