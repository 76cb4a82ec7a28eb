import type { InvitationCheck } from '@foyer/contracts/invitation-check'
import { Trans, useLingui } from '@lingui/react'
import { formatCalendarDay, formatDay } from '../../language/dates.ts'
import { languages } from '../../language/languages.ts'
import { formatNames } from '../../language/names.ts'
import { useAccounts } from '../../session/session-provider.tsx'
import { Card } from '../../ui/card.tsx'
import { Door } from '../../ui/door.tsx'
import { Face } from '../../ui/face.tsx'
import type { Draft } from './draft.ts'
import styles from './letter-preview.module.css'

/** What whoever is invited will read, before it is sent. */
export function LetterPreview({
  organization,
  draft: { name, purpose, endsOn, groups, language, message },
  check: { openUntil },
}: {
  organization: string
  draft: Draft
  check: InvitationCheck
}) {
  const { i18n } = useLingui()
  const { accounts } = useAccounts()
  const inviter = accounts[0]?.name ?? ''
  const spoken = languages.find(({ tag }) => tag === language)?.name
  const isDay = /^\d{4}-\d\d-\d\d$/.test(endsOn)
  return (
    <Card
      heading={
        name.trim() === '' ? (
          <Trans id="invite.preview" message="What they will read" />
        ) : (
          <Trans
            id="invite.preview.name"
            message="What {name} will read"
            values={{ name: <bdi>{name.trim()}</bdi> }}
          />
        )
      }
    >
      <div className={styles.letter}>
        <p className={styles.title}>
          <Door name={organization} size="small" look="blue" />
          <span>
            <Trans
              id="invite.preview.title"
              message="{organization} invites you to be its guest"
              values={{ organization: <bdi>{organization}</bdi> }}
            />
          </span>
        </p>
        {message.trim() === '' ? null : (
          <p className={styles.message} dir="auto">
            {message.trim()}
          </p>
        )}
        <p className={styles.person}>
          <Face name={inviter} size="tiny" tone="other" />
          <span>
            <Trans
              id="invite.preview.by"
              message="{inviter} invites you"
              values={{ inviter: <bdi>{inviter}</bdi> }}
            />
          </span>
        </p>
        <dl className={styles.facts}>
          <dt>
            <Trans id="invite.purpose" message="What for" />
          </dt>
          <dd>{purpose.trim() === '' ? '…' : <bdi>{purpose.trim()}</bdi>}</dd>
          <dt>
            <Trans id="invite.groups" message="Groups" />
          </dt>
          <dd>
            {groups.length === 0 ? (
              <Trans id="invitations.no-groups" message="None" />
            ) : (
              <bdi>
                {formatNames(
                  i18n,
                  groups.map((group) => group.name),
                )}
              </bdi>
            )}
          </dd>
          <dt>
            <Trans id="invite.until" message="Until when" />
          </dt>
          <dd>{isDay ? formatCalendarDay(i18n, endsOn) : '…'}</dd>
        </dl>
      </div>
      <p className={styles.note}>
        <Trans
          id="invite.preview.note"
          message="In the mail and on the page of the link, in {spoken}. The offer is open until {day}."
          values={{ spoken, day: formatDay(i18n, openUntil) }}
        />
      </p>
    </Card>
  )
}
