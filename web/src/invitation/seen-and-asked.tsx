import { DocumentRegular } from '@fluentui/react-icons/headless/svg/document'
import { EyeRegular } from '@fluentui/react-icons/headless/svg/eye'
import { KeyRegular } from '@fluentui/react-icons/headless/svg/key'
import { NotebookRegular } from '@fluentui/react-icons/headless/svg/notebook'
import type { OpenedInvitation } from '@foyer/contracts/invitation-link'
import { Trans } from '@lingui/react'
import { useId } from 'react'
import { OutsideWords } from '../ui/outside-words.tsx'
import styles from './invitation.module.css'
import type { Offer } from './letter.tsx'

/** What Microsoft's own page will ask to be permitted, said before it. */
export function SeenAndAsked({
  organization: { name, privacyStatementUrl },
  offer: { expected },
}: {
  organization: OpenedInvitation['organization']
  offer: Offer
}) {
  const id = useId()
  const organization = <bdi>{name}</bdi>
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h2 id={id} className={styles.heading}>
        <span>
          {' '}
          <Trans
            id="seen.title"
            message="What {organization} will see and ask"
            values={{ organization }}
          />
        </span>{' '}
      </h2>
      <ul className={styles.points}>
        <li>
          <EyeRegular />
          <span>
            {expected === 'mail-code' ? (
              <Trans id="seen.profile.mail" message="It sees your name and your address." />
            ) : (
              <Trans
                id="seen.profile"
                message="It sees the name, the address and the photo of your account, and nothing else from there."
              />
            )}
          </span>
        </li>
        <li>
          <NotebookRegular />
          <span>
            {' '}
            <Trans
              id="seen.activity"
              message="It can record what you do at {organization}."
              values={{ organization }}
            />
          </span>{' '}
        </li>
        <li>
          <KeyRegular />
          <span>
            {' '}
            <Trans
              id="seen.second-step"
              message="It may ask for a second step when you sign in, such as a code on your phone."
            />
          </span>{' '}
        </li>
        <li>
          <DocumentRegular />
          <span>
            {privacyStatementUrl === undefined ? (
              <Trans
                id="seen.terms"
                message="Microsoft’s page asks whether you permit this, and may show terms of use of {organization}."
                values={{ organization }}
              />
            ) : (
              <Trans
                id="seen.terms.privacy"
                message="Microsoft’s page asks whether you permit this, shows the <0>privacy statement</0>, and may show terms of use of {organization}."
                values={{ organization }}
                components={{
                  0: <OutsideWords href={privacyStatementUrl} />,
                }}
              />
            )}
          </span>
        </li>
      </ul>
    </section>
  )
}
