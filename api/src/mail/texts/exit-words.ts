import type { I18n } from '@lingui/core'
import type { MailText } from '../text.ts'

// What the mails about requests to end access have in common.

export function notMeButton(i18n: I18n): NonNullable<MailText['button']> {
  return { label: i18n._({ id: 'exit.not-me', message: 'It was not me' }), to: 'not-me' }
}

export function statusButton(i18n: I18n): NonNullable<MailText['button']> {
  return { label: i18n._({ id: 'exit.status', message: 'See how it goes' }), to: 'exit-status' }
}

export function whyExit(i18n: I18n, organization: string): string {
  return i18n._({
    id: 'exit.why',
    message:
      'This mail was sent because {organization} knows this address as that of a guest, and somebody asked to end the access.',
    values: { organization },
  })
}
