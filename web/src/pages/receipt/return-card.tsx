import { Button } from '@fluentui/react-components'
import { MailRegular } from '@fluentui/react-icons/svg/mail'
import type { Receipt } from '@foyer/contracts/receipt'
import { Trans } from '@lingui/react'
import type { Contact } from '../../session/leavings.ts'
import { Card } from '../../ui/card.tsx'
import { mailTo } from '../../ui/mail-to.ts'
import { WayBack } from '../../ui/way-back.tsx'
import styles from './receipt.module.css'

/** Until when leaving can be undone, and by whom. */
export function ReturnCard({
  receipt: { organization, group, leftAt, restorableUntil, erasedBy },
  readAt,
  contacts,
}: {
  receipt: Receipt
  readAt: number
  contacts: readonly Contact[]
}) {
  const heading = <Trans id="receipt.back" message="Changed your mind?" />
  if (group !== undefined) {
    return (
      <Card heading={heading}>
        <p className={styles.text}>
          <Trans
            id="losses.back"
            message="Foyer cannot put you back. Ask an owner of the group to add you again."
          />
        </p>
      </Card>
    )
  }
  if (leftAt === undefined || restorableUntil === undefined || erasedBy === undefined) return null
  const isOver = Date.parse(restorableUntil) < readAt
  return (
    <Card heading={heading}>
      {isOver ? (
        <p className={styles.text}>
          <Trans
            id="receipt.back.over"
            message="Nobody can bring your account back any more. {organization} can only invite you anew."
            values={{ organization: <bdi>{organization.name}</bdi> }}
          />
        </p>
      ) : (
        <WayBack organization={organization.name} {...{ leftAt, restorableUntil, erasedBy }} />
      )}
      {contacts.length > 0 && !isOver ? (
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
      ) : null}
    </Card>
  )
}
