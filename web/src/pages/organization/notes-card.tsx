import type { AccountNote, Me, MyNotes } from '@foyer/contracts/me'
import type { MessageDescriptor } from '@lingui/core'
import { Trans } from '@lingui/react'
import type { Answer } from '../../failure.ts'
import { Say } from '../../language/say.tsx'
import { useAnswer } from '../../ui/answer.ts'
import { Card } from '../../ui/card.tsx'
import styles from './organization.module.css'

const sentences: Record<AccountNote, (values: { organization: string }) => MessageDescriptor> = {
  'role-held': (values) => /*i18n*/ ({
    id: 'note.role-held',
    message:
      'You hold an administrator role here, or may take one on. Foyer does not end the access of such an account; ask {organization} to take the role from you first.',
    values,
  }),
  synced: (values) => /*i18n*/ ({
    id: 'note.synced',
    message:
      '{organization} keeps your account on its own servers. Only {organization} can end your access.',
    values,
  }),
  protected: (values) => /*i18n*/ ({
    id: 'note.protected',
    message:
      '{organization} protects your account from changes by apps. Only {organization} can end your access.',
    values,
  }),
  'synced-from-home': (values) => /*i18n*/ ({
    id: 'note.synced-from-home',
    message:
      'Your own organization puts its people into {organization} automatically. If you leave, it may bring you back: ask it to take you off its list.',
    values,
  }),
}

/** What sets this account apart from that of other guests, and what follows from it. */
export function NotesCard({
  me: { organization },
  notes,
}: {
  me: Me
  notes: Promise<Answer<MyNotes>>
}) {
  const { answer } = useAnswer(notes)
  // Whatever could not be told now is told before anybody leaves.
  if (!answer || 'failure' in answer || answer.value.notes.length === 0) return null
  return (
    <Card heading={<Trans id="notes.title" message="What applies to you" />}>
      <ul>
        {answer.value.notes.map((note) => (
          <li key={note} className={styles.text}>
            <Say text={sentences[note]({ organization: organization.name })} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
