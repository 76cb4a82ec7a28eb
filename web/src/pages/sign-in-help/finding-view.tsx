import { Trans } from '@lingui/react'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { useInvitedAccount } from '../../session/session-provider.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { SignInButton } from '../../ui/sign-in-button.tsx'
import { AccountPair } from './account-pair.tsx'
import { type Finding, partyOf, type Party, signInFor } from './finding.ts'
import { needNot, partyNames, wordsOf } from './finding-words.ts'
import type { EntraMessage } from './read-message.ts'
import styles from './sign-in-help.module.css'

/** The account that was used, the way on, and who has to act and who need not. */
export function FindingView({
  finding,
  message: { account },
  slug,
}: {
  finding: Finding
  message: EntraMessage
  /** Of the organization where it happened, if that is known. */
  slug: string | undefined
}) {
  const invited = useInvitedAccount(slug)
  // Elsewhere the account is the right one.
  const isOfOther = signInFor(finding) === 'another-account'
  return (
    <>
      <AccountPair used={account} invited={isOfOther ? invited : undefined} />
      <WayOn finding={finding} slug={slug} />
      {isOfOther ? (
        <p className={styles.note}>
          <Trans
            id="help.lost-account"
            message="You no longer have the invited account? Whoever vouches for you there can invite your new address in its place: your groups and your end date can follow you."
          />
        </p>
      ) : null}
      <Parties finding={finding} />
    </>
  )
}

function WayOn({ finding, slug }: { finding: Finding; slug: string | undefined }) {
  const intent = signInFor(finding)
  if (!intent) return null
  if (slug === undefined) {
    return (
      <div className={styles.acts}>
        <LinkButton to={paths.home} appearance="primary">
          <Trans id="help.way-on.home" message="To my organizations" />
        </LinkButton>
      </div>
    )
  }
  return (
    <SignInButton slug={slug} intent={intent} returnTo={paths.organization(slug)}>
      {intent === 'another-account' ? (
        <Trans id="help.way-on.another-account" message="Choose another account" />
      ) : (
        <Trans id="help.way-on.sign-in" message="Sign in again" />
      )}
    </SignInButton>
  )
}

function Parties({ finding }: { finding: Finding }) {
  const acting = partyOf(finding)
  const { act } = wordsOf(finding)
  // Of what is not known, nobody can be said to need not act.
  const others = finding === 'unknown' ? [] : (['you', 'home', 'organization'] as const)
  return (
    <ul className={styles.parties}>
      <li className={`${styles.party} ${styles.acting}`}>
        <p className={styles.small}>
          <Trans id="help.acts" message="Who must act" />
        </p>
        <PartyName party={acting} />
        <p>
          <Say text={act} />
        </p>
      </li>
      {others
        .filter((party) => party !== acting)
        .map((party) => (
          <li key={party} className={styles.party}>
            <p className={styles.small}>
              <Trans id="help.need-not" message="Not needed" />
            </p>
            <PartyName party={party} />
            <p>
              <Say text={needNot[party]} />
            </p>
          </li>
        ))}
    </ul>
  )
}

function PartyName({ party }: { party: Party }) {
  return (
    <strong>
      <Say text={partyNames[party]} />
    </strong>
  )
}
