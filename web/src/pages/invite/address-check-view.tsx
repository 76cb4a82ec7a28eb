import { DismissCircleFilled } from '@fluentui/react-icons/svg/dismiss-circle'
import { QuestionCircleFilled } from '@fluentui/react-icons/svg/question-circle'
import { WarningFilled } from '@fluentui/react-icons/svg/warning'
import type { InvitationCheck, InvitationFinding } from '@foyer/contracts/invitation-check'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import { Say } from '../../language/say.tsx'
import { Code } from '../../ui/code.tsx'
import { Pill } from '../../ui/pill.tsx'
import { tellExpected, tellReason } from './finding-words.ts'
import styles from './invite.module.css'
import { KnownPersonNote } from './known-person-note.tsx'

/** What was found out about an address: what fails, what may, what nobody looked at, and what then. */
export function AddressCheckView({
  organization,
  check,
}: {
  organization: OrganizationLocation
  check: InvitationCheck
}) {
  const { findings, expected, known } = check
  const fails = findings.some(({ verdict }) => verdict === 'will-fail')
  // Where it fails anyway, what nobody has looked at is of no use.
  const told = fails ? findings.filter(({ verdict }) => verdict !== 'not-checked') : findings
  return (
    <div className={styles.checked}>
      {fails ? null : (
        <p className={styles.expected}>
          <Say text={tellExpected(expected)} />{' '}
          {expected.isCertain || expected.signsInWith === 'unknown' ? null : (
            <span className={styles.small}>
              <Trans
                id="invite.expected.guess"
                message="A guess, from the domain of the address."
              />
            </span>
          )}
        </p>
      )}
      <ul className={styles.findings}>
        {told.map((finding) => (
          <li key={finding.reason}>
            <Verdict finding={finding} />
            <span>
              <Say text={tellReason(finding, organization.name)} />
            </span>
          </li>
        ))}
      </ul>
      {known ? <KnownPersonNote organization={organization} known={known} /> : null}
    </div>
  )
}

function Verdict({ finding }: { finding: InvitationFinding }) {
  switch (finding.verdict) {
    case 'will-fail':
      return (
        <Pill tone="bad" icon={<DismissCircleFilled fontSize={16} />}>
          <Trans id="invite.will-fail" message="Will fail" />
        </Pill>
      )
    case 'may-fail':
      return (
        <Pill tone="warn" icon={<WarningFilled fontSize={16} />}>
          <Trans id="invite.may-fail" message="May fail" />
        </Pill>
      )
    case 'not-checked':
      return (
        <Pill tone="neutral" icon={<QuestionCircleFilled fontSize={16} />}>
          {finding.needs === 'nobody-can-tell' ? (
            <Trans id="invite.not-checked.nobody" message="Not checked: nobody can tell" />
          ) : (
            <Trans
              id="invite.not-checked"
              message="Not checked: needs {needs}"
              values={{ needs: <Code>{finding.needs}</Code> }}
            />
          )}
        </Pill>
      )
  }
}
