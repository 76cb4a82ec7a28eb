import type { Receipt } from '@foyer/contracts/receipt'
import type { Offer, WayBack } from '@foyer/contracts/way-back'
import { Trans } from '@lingui/react'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { Announce } from '../../ui/announce.tsx'
import { Code } from '../../ui/code.tsx'
import { Message } from '../../ui/message.tsx'
import { SignInButton } from '../../ui/sign-in-button.tsx'
import styles from './receipt.module.css'
import { tellLosses, tellReturn } from './return-words.ts'

type Undoing = NonNullable<WayBack['undoing']>

const tones = {
  'under-way': 'waiting',
  done: 'done',
  refused: 'warning',
  failed: 'warning',
} as const satisfies Record<Undoing['state'], string>

/** How the wish to come back goes, or how it ended. */
export function ReturnState({
  organization,
  undoing,
  offer,
}: {
  organization: Receipt['organization']
  undoing: Undoing
  offer: Offer
}) {
  const { state, because } = undoing
  // Left again since: what ended then is not what is so now.
  if (state === 'done' && offer !== 'none') return null
  const sentence = tellReturn(undoing, organization.name)
  return (
    <div className={styles.state}>
      <Announce>
        <p className="foyer-hidden">
          <Say text={sentence} />
        </p>
      </Announce>
      <Message
        tone={tones[state]}
        actions={
          state === 'done' ? (
            <SignInButton
              slug={organization.slug}
              returnTo={paths.organization(organization.slug)}
              appearance="secondary"
            >
              <Trans
                id="sign-in.title"
                message="Sign in at {name}"
                values={{ name: <bdi>{organization.name}</bdi> }}
              />
            </SignInButton>
          ) : undefined
        }
        aside={
          (state === 'refused' || state === 'failed') && because !== undefined ? (
            <Trans
              id="help-desk.code"
              message="For a help desk: {codes}"
              values={{ codes: <Code>{because}</Code> }}
            />
          ) : undefined
        }
      >
        <p>
          <Say text={sentence} />
        </p>
        {tellLosses(undoing, organization.name).map((loss) => (
          <p key={loss.id}>
            <Say text={loss} />
          </p>
        ))}
      </Message>
    </div>
  )
}
