import { Button, Checkbox, Field, Textarea } from '@fluentui/react-components'
import type { GroupId } from '@foyer/contracts/ids'
import type { LeftGuest, ReturningGroup } from '@foyer/contracts/left-guest'
import { Trans, useLingui } from '@lingui/react'
import { useState } from 'react'
import { formatDay } from '../../language/dates.ts'
import { nameKind } from '../organization/membership-words.ts'
import type { Decision } from './answer.ts'
import styles from './left-guests.module.css'

/** The answer to somebody who asks: with which groups they come back, and a note to them. */
export function AnswerForm({
  guest: { leavingId, guest, request, groups, otherGroups },
  isSending,
  onDecide,
}: {
  guest: LeftGuest
  isSending: boolean
  onDecide: (decision: Decision) => void
}) {
  const { i18n } = useLingui()
  const [withoutGroups, setWithoutGroups] = useState<GroupId[]>([])
  const [note, setNote] = useState('')
  const { name } = guest
  const shown = <bdi>{name}</bdi>
  const tick = (groupId: GroupId, isWanted: boolean) =>
    setWithoutGroups((before) => [
      ...before.filter((each) => each !== groupId),
      ...(isWanted ? [] : [groupId]),
    ])
  return (
    <div className={styles.answer}>
      {request ? (
        <p className={styles.asked}>
          {request.reason === undefined ? null : <q>{request.reason}</q>}{' '}
          <span className={styles.small}>
            <Trans
              id="left-guests.asked"
              message="Asked on {day}"
              values={{ day: formatDay(i18n, request.askedAt) }}
            />
          </span>
        </p>
      ) : null}
      <fieldset className={styles.groups}>
        <legend>
          <Trans
            id="left-guests.groups"
            message="{count, plural, =0 {No group comes back with them} one {One group comes back with them} other {# groups come back with them}}"
            values={{ count: groups.length + otherGroups - withoutGroups.length }}
          />
        </legend>
        {groups.map((group) => (
          <Group
            key={group.groupId}
            group={group}
            isWanted={!withoutGroups.includes(group.groupId)}
            isDisabled={isSending}
            onTick={(isWanted) => tick(group.groupId, isWanted)}
          />
        ))}
        {otherGroups > 0 ? (
          <p className={styles.small}>
            <Trans
              id="left-guests.other-groups"
              message="{otherGroups, plural, one {One more, whose name is not shown here.} other {# more, whose names are not shown here.}}"
              values={{ otherGroups }}
            />
          </p>
        ) : null}
      </fieldset>
      <Field
        label={
          <Trans
            id="left-guests.note"
            message="A note to {name} (optional)"
            values={{ name: shown }}
          />
        }
      >
        <Textarea
          value={note}
          maxLength={500}
          resize="vertical"
          disabled={isSending}
          onChange={(_, { value }) => setNote(value)}
        />
      </Field>
      <div className={styles.acts}>
        <Button
          appearance="primary"
          disabledFocusable={isSending}
          onClick={() => onDecide({ what: 'grant', leavingId, name, withoutGroups, note })}
        >
          <span>
            <Trans id="left-guests.grant" message="Bring {name} back" values={{ name: shown }} />
          </span>
        </Button>
        <Button
          disabledFocusable={isSending}
          onClick={() => onDecide({ what: 'refuse', leavingId, name, note })}
        >
          <Trans id="left-guests.refuse" message="Say no" />
        </Button>
      </div>
    </div>
  )
}

function Group({
  group: { name, kind, canBeLeftOut },
  isWanted,
  isDisabled,
  onTick,
}: {
  group: ReturningGroup
  isWanted: boolean
  isDisabled: boolean
  onTick: (isWanted: boolean) => void
}) {
  const { i18n } = useLingui()
  return (
    <div className={styles.group}>
      <Checkbox
        checked={isWanted}
        disabled={isDisabled || !canBeLeftOut}
        onChange={(_, { checked }) => onTick(checked === true)}
        label={
          <span className={styles.groupName}>
            <bdi>{name}</bdi>
            <span className={styles.small}>{nameKind(i18n, kind)}</span>
          </span>
        }
      />
      {canBeLeftOut ? null : (
        <p className={styles.why}>
          <Trans
            id="left-guests.group-fixed"
            message="A rule, or somebody else than Foyer, decides about this one."
          />
        </p>
      )}
    </div>
  )
}
