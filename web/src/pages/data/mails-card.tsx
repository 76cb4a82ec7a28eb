import type { MailData } from '@foyer/contracts/my-data'
import type { MessageDescriptor } from '@lingui/core'
import { Trans, useLingui } from '@lingui/react'
import { formatInstant } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { Card } from '../../ui/card.tsx'
import { Code } from '../../ui/code.tsx'
import styles from './data.module.css'

const templates: Readonly<Record<string, MessageDescriptor>> = {
  'left-organization': /*i18n*/ { id: 'data.mail.left', message: 'That you have left' },
  'left-group': /*i18n*/ { id: 'data.mail.left-group', message: 'That you have left a group' },
  'leaving-ended': /*i18n*/ { id: 'data.mail.ended', message: 'That leaving was not done' },
  'guest-left': /*i18n*/ {
    id: 'data.mail.guest-left',
    message: 'To somebody who vouched for you: that you have left',
  },
  returned: /*i18n*/ { id: 'data.mail.returned', message: 'That you are back' },
  'return-asked': /*i18n*/ {
    id: 'data.mail.return-asked',
    message: 'To somebody who can answer: that you ask to come back',
  },
  'return-refused': /*i18n*/ {
    id: 'data.mail.return-refused',
    message: 'That you are not brought back',
  },
  'return-lapsed': /*i18n*/ {
    id: 'data.mail.return-lapsed',
    message: 'That nobody answered your request to come back',
  },
  'return-ended': /*i18n*/ {
    id: 'data.mail.return-ended',
    message: 'That coming back did not succeed',
  },
  'guest-returned': /*i18n*/ {
    id: 'data.mail.guest-returned',
    message: 'To somebody who vouches for you: that you are back',
  },
  'departure-code': /*i18n*/ { id: 'data.mail.departure-code', message: 'A code to leave with' },
  'reset-asked': /*i18n*/ {
    id: 'data.mail.reset-asked',
    message: 'Whether you want your sign-in set back',
  },
  'reset-waits': /*i18n*/ {
    id: 'data.mail.reset-waits',
    message: 'That your sign-in will be set back',
  },
  'reset-done': /*i18n*/ {
    id: 'data.mail.reset-done',
    message: 'That your sign-in was set back',
  },
  'reset-stopped': /*i18n*/ {
    id: 'data.mail.reset-stopped',
    message: 'That your sign-in stays as it is',
  },
  'reset-news': /*i18n*/ {
    id: 'data.mail.reset-news',
    message: 'To people of the organization: how it goes with setting back your sign-in',
  },
  'access-extended': /*i18n*/ {
    id: 'data.mail.access-extended',
    message: 'That your access was extended',
  },
  'access-ended': /*i18n*/ { id: 'data.mail.access-ended', message: 'That your access has ended' },
  'access-removed': /*i18n*/ {
    id: 'data.mail.access-removed',
    message: 'That your account was removed',
  },
  'access-ends': /*i18n*/ { id: 'data.mail.access-ends', message: 'That your access ends' },
  'guest-ends': /*i18n*/ {
    id: 'data.mail.guest-ends',
    message: 'To those who vouch for you: that your access ends',
  },
  'ending-asked': /*i18n*/ {
    id: 'data.mail.ending-asked',
    message: 'To the organization’s contact: that somebody wants to end your access',
  },
  'ending-answered': /*i18n*/ {
    id: 'data.mail.ending-answered',
    message: 'To whoever wants to end your access: what an operator says of it',
  },
  'stay-asked': /*i18n*/ { id: 'data.mail.stay-asked', message: 'That you ask to stay' },
  'stay-refused': /*i18n*/ {
    id: 'data.mail.stay-refused',
    message: 'That your access is not extended',
  },
  'doubt-asked': /*i18n*/ {
    id: 'data.mail.doubt-asked',
    message: 'Whether you still need your access',
  },
  'doubt-answered': /*i18n*/ {
    id: 'data.mail.doubt-answered',
    message: 'To those who decide: that you still need your access',
  },
  'succession-asked': /*i18n*/ {
    id: 'data.mail.succession-asked',
    message: 'To somebody who could vouch for you: whether they do',
  },
  'sponsor-changed': /*i18n*/ {
    id: 'data.mail.sponsor-changed',
    message: 'That somebody else vouches for you',
  },
  'guest-handed-over': /*i18n*/ {
    id: 'data.mail.guest-handed-over',
    message: 'To somebody who vouched for you: that another one does',
  },
  'leaving-waits': /*i18n*/ {
    id: 'data.mail.leaving-waits',
    message: 'That you leave in a day, and can take it back',
  },
  invitation: /*i18n*/ { id: 'data.mail.invitation', message: 'That you are invited' },
  'invitation-reminder': /*i18n*/ {
    id: 'data.mail.invitation-reminder',
    message: 'That your invitation is still open',
  },
  'guest-moves': /*i18n*/ {
    id: 'data.mail.guest-moves',
    message: 'That another address takes the place of your account, or does not',
  },
  'move-news': /*i18n*/ {
    id: 'data.mail.move-news',
    message: 'To whoever invited your other address: what became of it',
  },
  'invitation-news': /*i18n*/ {
    id: 'data.mail.invitation-news',
    message: 'To whoever invited you: what became of it',
  },
  'exit-code': /*i18n*/ {
    id: 'data.mail.exit-code',
    message: 'A code to ask for your access to end',
  },
  'exit-filed': /*i18n*/ {
    id: 'data.mail.exit-filed',
    message: 'That you ask for your access to end',
  },
  'exit-notice': /*i18n*/ {
    id: 'data.mail.exit-notice',
    message: 'That somebody asks for your access to end',
  },
  'exit-asked': /*i18n*/ {
    id: 'data.mail.exit-asked',
    message: 'To somebody who can answer: that you ask for your access to end',
  },
  'exit-granted': /*i18n*/ { id: 'data.mail.exit-granted', message: 'That your access is ended' },
  'exit-refused': /*i18n*/ {
    id: 'data.mail.exit-refused',
    message: 'That your access is not ended',
  },
  'exit-stopped': /*i18n*/ {
    id: 'data.mail.exit-stopped',
    message: 'That the request to end your access was stopped',
  },
  'exit-overdue': /*i18n*/ {
    id: 'data.mail.exit-overdue',
    message: 'That your request to end your access was not answered in time',
  },
}

/** The mails about somebody, to whomever they went. */
export function MailsCard({ mails }: { mails: readonly MailData[] }) {
  const { i18n } = useLingui()
  return (
    <Card heading={<Trans id="data.mails.title" message="Mails about you" />}>
      {mails.length === 0 ? (
        <p className={styles.text}>
          <Trans
            id="data.mails.none"
            message="None in the last 30 days. Older ones are not kept."
          />
        </p>
      ) : (
        <ul className={styles.rows}>
          {mails.map(({ template, to, madeAt, sentAt }) => {
            const words = templates[template]
            return (
              <li key={`${template} ${to} ${madeAt}`} className={styles.row}>
                <strong>{words ? <Say text={words} /> : <Code>{template}</Code>}</strong>
                <span className={styles.small}>
                  <bdi>{to}</bdi> ·{' '}
                  {sentAt ? (
                    formatInstant(i18n, sentAt)
                  ) : (
                    <Trans id="data.mail.waits" message="not sent yet" />
                  )}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}
