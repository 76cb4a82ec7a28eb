import type { GuestDetail } from '@foyer/contracts/guest'
import type { Move, MoveChoice } from '@foyer/contracts/move'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import type { Answer, Failure } from '../../failure.ts'
import { formatDay } from '../../language/dates.ts'
import { formatNames } from '../../language/names.ts'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import styles from './guest.module.css'
import { isFollowAsked } from './follow-asked.ts'
import { FollowChoice, type Following } from './follow-choice.tsx'

/** Which of the old account's groups, and whether its end date, follow to this one; or what has followed. */
export function FollowCard({
  organization,
  guest: { name, cameBy },
  choice,
  isActing,
  failure,
  onAnswer,
}: {
  organization: OrganizationLocation
  guest: GuestDetail
  choice: Promise<Answer<MoveChoice | undefined>>
  isActing: boolean
  failure: Failure | undefined
  onAnswer: (following: Following) => void
}) {
  if (!cameBy) return null
  const isAsked = isFollowAsked(cameBy)
  return (
    <Card
      heading={
        isAsked ? (
          <Trans
            id="guest.follow.title"
            message="What follows {name} from the old account?"
            values={{ name: <bdi>{name}</bdi> }}
          />
        ) : (
          <Trans id="guest.follow.came" message="Came with another address" />
        )
      }
    >
      {isAsked ? (
        <FollowChoice
          organization={organization}
          choice={choice}
          isActing={isActing}
          failure={failure}
          onAnswer={onAnswer}
        />
      ) : (
        <Told move={cameBy} />
      )}
      <div className={styles.acts}>
        <LinkButton to={paths.guest(organization.slug, cameBy.from.guestId)}>
          <Trans id="guest.follow.old" message="Open the old account" />
        </LinkButton>
      </div>
    </Card>
  )
}

function Told({ move: { state, from, answer, endedAt } }: { move: Move }) {
  const { i18n } = useLingui()
  const values = {
    from: <bdi>{from.name}</bdi>,
    by: <bdi>{answer?.by}</bdi>,
    day: answer ? formatDay(i18n, answer.at) : '',
    endedDay: endedAt === undefined ? '' : formatDay(i18n, endedAt),
    groups: <bdi>{formatNames(i18n, answer?.groups ?? [])}</bdi>,
    missed: <bdi>{formatNames(i18n, answer?.missed ?? [])}</bdi>,
  }
  if (state === 'stopped') {
    return (
      <p className={styles.text}>
        <Trans
          id="guest.follow.stopped"
          message="The old account of {from}, or an operator, stopped the move on {endedDay}. This account is held: it has nothing of the old one. Ask {from} in a way that you know from before; if somebody else wanted it, end this access."
          values={values}
        />
      </p>
    )
  }
  return (
    <>
      <p className={styles.text}>
        {answer === undefined || answer.groups.length === 0 ? (
          <Trans
            id="guest.follow.nothing"
            message="In the place of the old account of {from}. No group has followed."
            values={values}
          />
        ) : answer.isCarried ? (
          <Trans
            id="guest.follow.done"
            message="In the place of the old account of {from}. {by} said on {day} that these follow: {groups}."
            values={values}
          />
        ) : (
          <Trans
            id="guest.follow.doing"
            message="In the place of the old account of {from}. {by} said on {day} that these follow, and it is being done: {groups}."
            values={values}
          />
        )}
      </p>
      {answer && answer.missed.length > 0 ? (
        <p className={styles.text}>
          <Trans
            id="guest.follow.missed"
            message="Not brought into {missed}: the directory did not allow it. An owner can add them there."
            values={values}
          />
        </p>
      ) : null}
    </>
  )
}
