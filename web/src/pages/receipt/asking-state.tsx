import type { Receipt } from '@foyer/contracts/receipt'
import type { WayBack } from '@foyer/contracts/way-back'
import type { MessageDescriptor } from '@lingui/core'
import { Trans, useLingui } from '@lingui/react'
import { formatDay } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { Announce } from '../../ui/announce.tsx'
import { Message } from '../../ui/message.tsx'
import styles from './receipt.module.css'

type Asking = NonNullable<WayBack['asking']>

const tones = {
  open: 'waiting',
  granted: 'done',
  refused: 'warning',
  lapsed: 'warning',
} as const satisfies Record<Asking['state'], string>

/** How the request to come back stands, and what was answered. */
export function AskingState({
  organization,
  asking,
  until,
}: {
  organization: Receipt['organization']
  asking: Asking
  /** Until when it can be answered, where it still can. */
  until: string | undefined
}) {
  const { i18n } = useLingui()
  const values = {
    organization: organization.name,
    day: formatDay(i18n, asking.answeredAt ?? asking.askedAt),
    until: until === undefined ? '' : formatDay(i18n, until),
  }
  const sentence = sentences[asking.state](values)
  return (
    <div className={styles.state}>
      <Announce>
        <p className="foyer-hidden">
          <Say text={sentence} />
        </p>
      </Announce>
      <Message tone={tones[asking.state]}>
        <p>
          <Say text={sentence} />
        </p>
        {asking.reason === undefined ? null : (
          <p>
            <Trans
              id="asking.reason"
              message="You wrote: {reason}"
              values={{ reason: <q>{asking.reason}</q> }}
            />
          </p>
        )}
        {asking.note === undefined ? null : (
          <p>
            <Trans
              id="asking.note"
              message="They wrote to you: {note}"
              values={{ note: <q>{asking.note}</q> }}
            />
          </p>
        )}
      </Message>
    </div>
  )
}

type Values = Readonly<Record<'organization' | 'day' | 'until', string>>

const sentences: Record<Asking['state'], (values: Values) => MessageDescriptor> = {
  open: (values) => /*i18n*/ ({
    id: 'asking.open',
    message:
      'You asked on {day} to come back. {organization} can answer until {until}; you get a mail, and it stands here.',
    values,
  }),
  granted: (values) => /*i18n*/ ({
    id: 'asking.granted',
    message: 'On {day} somebody at {organization} said yes.',
    values,
  }),
  refused: (values) => /*i18n*/ ({
    id: 'asking.refused',
    message: 'On {day} somebody at {organization} said no. Your leaving stays as it is.',
    values,
  }),
  lapsed: (values) => /*i18n*/ ({
    id: 'asking.lapsed',
    message: 'You asked on {day} to come back, and nobody at {organization} answered in time.',
    values,
  }),
}
