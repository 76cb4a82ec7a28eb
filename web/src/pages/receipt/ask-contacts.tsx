import { Button } from '@fluentui/react-components'
import { MailRegular } from '@fluentui/react-icons/svg/mail'
import { Trans } from '@lingui/react'
import type { Contact } from '../../session/leavings.ts'
import { mailTo } from '../../ui/mail-to.ts'
import styles from './receipt.module.css'

/** Those of the organization who could bring somebody back, as far as this tab knows them. */
export function AskContacts({ contacts }: { contacts: readonly Contact[] }) {
  if (contacts.length === 0) return null
  return (
    <ul className={styles.contacts}>
      {contacts.map(({ name, mail }) => (
        <li key={mail}>
          <Button as="a" href={mailTo(mail)} icon={<MailRegular />}>
            <span>
              <Trans
                id="receipt.ask"
                message="Ask {name} to bring you back"
                values={{ name: <bdi>{name}</bdi> }}
              />
            </span>
          </Button>
        </li>
      ))}
    </ul>
  )
}
