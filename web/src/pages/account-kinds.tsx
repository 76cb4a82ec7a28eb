import { BriefcaseRegular } from '@fluentui/react-icons/svg/briefcase'
import { GlobeRegular } from '@fluentui/react-icons/svg/globe'
import { MailRegular } from '@fluentui/react-icons/svg/mail'
import { PersonCircleRegular } from '@fluentui/react-icons/svg/person-circle'
import { Trans } from '@lingui/react'
import styles from './account-kinds.module.css'

/** The accounts that work, in words. */
export function AccountKinds() {
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>
        <Trans id="accounts.title" message="Sign in with the account you were invited with" />
      </h2>
      <ul className={styles.list}>
        <li className={styles.kind}>
          <BriefcaseRegular />
          <div>
            <strong>
              <Trans id="accounts.work" message="Work or school" />
            </strong>
            <p>
              <Trans
                id="accounts.work.note"
                message="Your own employer need not approve anything."
              />
            </p>
          </div>
        </li>
        <li className={styles.kind}>
          <PersonCircleRegular />
          <div>
            <strong>
              <Trans id="accounts.microsoft" message="Personal Microsoft account" />
            </strong>
            <p>
              <Trans id="accounts.microsoft.note" message="Outlook, Hotmail, Live" />
            </p>
          </div>
        </li>
        <li className={styles.kind}>
          <GlobeRegular />
          <div>
            <strong>
              <Trans id="accounts.google" message="Google" />
            </strong>
            <p>
              <Trans id="accounts.google.note" message="If your invitation went to Gmail" />
            </p>
          </div>
        </li>
        <li className={styles.kind}>
          <MailRegular />
          <div>
            <strong>
              <Trans id="accounts.code" message="Code by e-mail" />
            </strong>
            <p>
              <Trans id="accounts.code.note" message="For every other address" />
            </p>
          </div>
        </li>
      </ul>
    </section>
  )
}
