import { Button } from '@fluentui/react-components'
import type { GroupId } from '@foyer/contracts/ids'
import type { MoveChoice } from '@foyer/contracts/move'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useState } from 'react'
import { useRevalidator } from 'react-router'
import type { Answer, Failure } from '../../failure.ts'
import { formatCalendarDay } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { useAnswer } from '../../ui/answer.ts'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { Bone } from '../../ui/waiting.tsx'
import { nameKind } from '../organization/membership-words.ts'
import { DecisionFailure } from './decision-failure.tsx'
import styles from './guest.module.css'
import follow from './follow-card.module.css'
import { tellCannotFollow } from './move-words.ts'

/** What somebody says that follows. */
export interface Following {
  readonly groupIds: readonly GroupId[]
  readonly carriesEnd: boolean
}

/** Asks it, once. */
export function FollowChoice({
  organization,
  choice,
  isActing,
  failure,
  onAnswer,
}: {
  organization: OrganizationLocation
  choice: Promise<Answer<MoveChoice | undefined>>
  isActing: boolean
  failure: Failure | undefined
  onAnswer: (following: Following) => void
}) {
  const { i18n } = useLingui()
  const { answer } = useAnswer(choice)
  const { revalidate, state } = useRevalidator()
  const [chosen, setChosen] = useState<readonly GroupId[]>([])
  const [carriesEnd, setCarriesEnd] = useState(false)
  if (!answer) return <Bone width="100%" height={120} />
  if (!('value' in answer)) {
    const { failure: unread } = answer
    return unread.code !== 'guest-not-found' && unread.code !== 'move-not-found' ? (
      <FailureMessage
        failure={unread}
        organization={organization}
        onRetry={() => void revalidate()}
        isRetrying={state !== 'idle'}
      />
    ) : (
      <p className={styles.text}>
        <Trans
          id="guest.follow.not-yours-to-say"
          message="Who vouches for both accounts, or an operator, says what follows. Nothing follows by itself."
        />
      </p>
    )
  }
  if (!answer.value) return null
  const { groups, hiddenGroups, endsOn, endCannotBecause } = answer.value
  const send = () => onAnswer({ groupIds: chosen, carriesEnd })
  const isNothing = chosen.length === 0 && !carriesEnd
  const free = groups.filter(({ cannotBecause }) => cannotBecause === undefined)
  const fixed = groups.filter(({ cannotBecause }) => cannotBecause !== undefined)
  return (
    <>
      <p className={styles.text}>
        <Trans
          id="guest.follow.text"
          message="Tick what they still need. What you do not tick does not follow, and you say it once. If the old account stops the move, they lose it again."
        />
      </p>
      {free.length > 0 ? (
        <fieldset className={follow.options}>
          <legend>
            <Trans id="invite.groups" message="Groups" />
          </legend>
          {free.map(({ groupId, name, kind, isThere }) => (
            <label key={groupId} className={follow.option}>
              <input
                type="checkbox"
                checked={isThere || chosen.includes(groupId)}
                disabled={isThere}
                onChange={({ target }) =>
                  setChosen((last) =>
                    target.checked ? [...last, groupId] : last.filter((each) => each !== groupId),
                  )
                }
              />
              <span>
                <bdi>{name}</bdi>{' '}
                <span className={styles.small}>
                  {isThere ? (
                    <Trans id="guest.follow.there" message="They are in it already." />
                  ) : (
                    nameKind(i18n, kind)
                  )}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      ) : (
        <p className={styles.text}>
          <Trans
            id="guest.follow.none"
            message="The old account is in no group into which you may bring somebody."
          />
        </p>
      )}
      {fixed.length > 0 ? (
        <div className={follow.fixed}>
          <p>
            <Trans id="guest.follow.cannot" message="These cannot follow by you:" />
          </p>
          <ul>
            {fixed.map(({ groupId, name, cannotBecause }) => (
              <li key={groupId}>
                <bdi>{name}</bdi>{' '}
                <span className={styles.small}>
                  {cannotBecause ? <Say text={tellCannotFollow(cannotBecause)} /> : null}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {hiddenGroups > 0 ? (
        <p className={styles.small}>
          <Trans
            id="guest.follow.hidden"
            message="{count, plural, one {Besides these there is one group whose members are hidden: an operator says whether it follows.} other {Besides these there are # groups whose members are hidden: an operator says whether they follow.}}"
            values={{ count: hiddenGroups }}
          />
        </p>
      ) : null}
      {endsOn === undefined ? null : (
        <fieldset className={follow.options}>
          <legend>
            <Trans id="guest.follow.end" message="End date" />
          </legend>
          {endCannotBecause === undefined ? (
            <label className={follow.option}>
              <input
                type="checkbox"
                checked={carriesEnd}
                onChange={({ target }) => setCarriesEnd(target.checked)}
              />
              <Trans
                id="guest.follow.end.carry"
                message="The last day is {day}, as for the old account"
                values={{ day: formatCalendarDay(i18n, endsOn) }}
              />
            </label>
          ) : (
            <p className={styles.small}>
              {endCannotBecause === 'end-in-the-past' ? (
                <Trans
                  id="guest.follow.end.past"
                  message="The last day of the old account, {day}, is over."
                  values={{ day: formatCalendarDay(i18n, endsOn) }}
                />
              ) : (
                <Trans
                  id="guest.follow.end.cap"
                  message="The last day of the old account, {day}, is later than {organization} allows for somebody new."
                  values={{
                    day: formatCalendarDay(i18n, endsOn),
                    organization: <bdi>{organization.name}</bdi>,
                  }}
                />
              )}
            </p>
          )}
        </fieldset>
      )}
      {failure ? (
        <div className={styles.failure}>
          <DecisionFailure
            organization={organization}
            failure={failure}
            isActing={isActing}
            onRetry={send}
          />
        </div>
      ) : null}
      <div className={styles.acts}>
        <Button
          appearance={isNothing ? 'secondary' : 'primary'}
          disabledFocusable={isActing}
          onClick={send}
        >
          {isNothing ? (
            <Trans id="guest.follow.send-nothing" message="Nothing follows" />
          ) : (
            <Trans id="guest.follow.send" message="This follows" />
          )}
        </Button>
      </div>
    </>
  )
}
