import { ArrowRightRegular } from '@fluentui/react-icons/svg/arrow-right'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { Trans } from '@lingui/react'
import { Say } from '../../language/say.tsx'
import { signInWords } from '../../language/sign-in-words.ts'
import type { InvitedAccount } from '../../session/invited.ts'
import { Code } from '../../ui/code.tsx'
import { Face } from '../../ui/face.tsx'
import { Pill } from '../../ui/pill.tsx'
import styles from './account-pair.module.css'

/** The account that was used beside the one that was invited, as far as either is known. */
export function AccountPair({
  used,
  invited,
}: {
  used: string | undefined
  invited: InvitedAccount | undefined
}) {
  if (used === undefined && !invited) return null
  const kind = invited && signInWords[invited.expected]
  return (
    <div className={styles.pair}>
      {used === undefined ? null : (
        <div className={styles.card}>
          <Pill tone="bad" icon={<DismissRegular />}>
            <Trans id="help.used" message="You used" />
          </Pill>
          <div className={styles.account}>
            <Face name={used} size="medium" tone="other" />
            <strong>
              <bdi>{used}</bdi>
            </strong>
          </div>
        </div>
      )}
      {used !== undefined && invited ? (
        <span className={styles.arrow}>
          <ArrowRightRegular />
        </span>
      ) : null}
      {invited ? (
        <div className={`${styles.card} ${styles.invited}`}>
          <Pill tone="ok" icon={<CheckmarkRegular />}>
            <Trans id="help.invited" message="You were invited as" />
          </Pill>
          <div className={styles.account}>
            <Face name={invited.maskedMail} size="medium" tone="own" />
            <div>
              <strong>
                <Code>{invited.maskedMail}</Code>
              </strong>
              {kind ? (
                <p className={styles.kind}>
                  <Say text={kind} />
                </p>
              ) : null}
            </div>
          </div>
        </div>
      ) : null}
    </div>
  )
}
