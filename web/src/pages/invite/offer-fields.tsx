import { Field, Input } from '@fluentui/react-components'
import type { InvitableGroup } from '@foyer/contracts/invitation'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import type { ReactElement } from 'react'
import { formatCalendarDay } from '../../language/dates.ts'
import { Card } from '../../ui/card.tsx'
import type { Draft, DraftField, EndSpan } from './draft.ts'
import { GroupChoice } from './group-choice.tsx'
import styles from './invite.module.css'
import { WordsFields } from './words-fields.tsx'

/** As long as a line may be. */
const longestLine = 120

/** What they are invited to, in the words that they will read. */
export function OfferFields({
  organization,
  groups,
  draft,
  span,
  wrong,
  onDraft,
}: {
  organization: OrganizationLocation
  groups: readonly InvitableGroup[]
  draft: Draft
  span: EndSpan
  wrong: readonly DraftField[]
  onDraft: (change: Partial<Draft>) => void
}) {
  const { i18n } = useLingui()
  const say = (field: DraftField, words: ReactElement) =>
    wrong.includes(field)
      ? ({ validationState: 'error', validationMessage: words } as const)
      : undefined
  return (
    <>
      <Card heading={<Trans id="invite.what" message="What for, and until when?" />}>
        <div className={styles.fields}>
          <Field
            label={<Trans id="invite.name" message="Name" />}
            required
            {...say('name', <Trans id="invite.name.missing" message="Write their name." />)}
          >
            <Input
              name="name"
              size="large"
              value={draft.name}
              maxLength={longestLine}
              autoComplete="off"
              onChange={(_, { value }) => onDraft({ name: value })}
            />
          </Field>
          <Field
            label={<Trans id="invite.purpose" message="What for" />}
            hint={
              <Trans
                id="invite.purpose.hint"
                message="In a few words, as in Winter tender 2026/27. They read it."
              />
            }
            required
            {...say(
              'purpose',
              <Trans id="invite.purpose.missing" message="Say what for, in a few words." />,
            )}
          >
            <Input
              name="purpose"
              size="large"
              value={draft.purpose}
              maxLength={longestLine}
              autoComplete="off"
              onChange={(_, { value }) => onDraft({ purpose: value })}
            />
          </Field>
          <Field
            label={<Trans id="invite.until" message="Until when" />}
            hint={
              span.latestEnd === undefined ? (
                <Trans id="invite.until.hint" message="The last day of their access." />
              ) : (
                <Trans
                  id="invite.until.cap"
                  message="The last day of their access. {organization} allows until {day}."
                  values={{
                    organization: <bdi>{organization.name}</bdi>,
                    day: formatCalendarDay(i18n, span.latestEnd),
                  }}
                />
              )
            }
            required
            {...say(
              'endsOn',
              span.latestEnd === undefined ? (
                <Trans id="invite.until.wrong" message="Choose a day that is still to come." />
              ) : (
                <Trans
                  id="invite.until.wrong.cap"
                  message="Choose a day from {earliest} to {latest}."
                  values={{
                    earliest: formatCalendarDay(i18n, span.earliestEnd),
                    latest: formatCalendarDay(i18n, span.latestEnd),
                  }}
                />
              ),
            )}
          >
            <Input
              name="endsOn"
              type="date"
              size="large"
              min={span.earliestEnd}
              max={span.latestEnd}
              value={draft.endsOn}
              onChange={(_, { value }) => onDraft({ endsOn: value })}
            />
          </Field>
          {draft.movesFrom === undefined ? (
            <GroupChoice
              slug={organization.slug}
              own={groups}
              chosen={draft.groups}
              onChoose={(chosen) => onDraft({ groups: chosen })}
            />
          ) : null}
          <Field
            label={<Trans id="invite.sponsor" message="Who vouches, if it is not you" />}
            hint={<Trans id="invite.sponsor.hint" message="The mail address of a colleague." />}
            {...say(
              'sponsorMail',
              <Trans
                id="guest.hand-over.to.wrong"
                message="Give a whole mail address, as in noor@contoso.com."
              />,
            )}
          >
            <Input
              name="sponsorMail"
              type="email"
              size="large"
              value={draft.sponsorMail}
              maxLength={254}
              autoComplete="off"
              dir="ltr"
              onChange={(_, { value }) => onDraft({ sponsorMail: value })}
            />
          </Field>
        </div>
      </Card>
      <WordsFields draft={draft} isMessageWrong={wrong.includes('message')} onDraft={onDraft} />
    </>
  )
}
