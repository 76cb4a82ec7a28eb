import { acceptFormOf } from '@foyer/contracts/invitation-link'
import type { SignsInWith } from '@foyer/contracts/me'
import type { MessageDescriptor } from '@lingui/core'
import { Trans } from '@lingui/react'
import { useId, useState } from 'react'
import { Say } from '../language/say.tsx'
import { Code } from '../ui/code.tsx'
import { Face } from '../ui/face.tsx'
import styles from './answer-card.module.css'
import { Button } from './button.tsx'
import { DeclineQuestion } from './decline-question.tsx'
import page from './invitation.module.css'
import type { InvitationView } from './invitation-page.tsx'
import type { Offer } from './letter.tsx'
import { NotMeQuestion } from './not-me-question.tsx'
import { useIsOnline } from './use-is-online.ts'

/** Which account is expected; and yes, no, or not me. */
export function AnswerCard({ offer, ...view }: InvitationView & { offer: Offer }) {
  const { token, invitation } = view
  const id = useId()
  const [asked, setAsked] = useState<'decline' | 'not-me'>()
  const isOpen = invitation.state === 'open'
  const close = () => setAsked(undefined)
  return (
    <section className={`${page.card} ${page.answer}`} aria-labelledby={id}>
      <div className={styles.account}>
        <Face name={offer.name} size="medium" tone="own" />
        <div>
          <h2 id={id} className={styles.expected}>
            <Trans
              id="answer.account"
              message="Sign in as {mail}"
              values={{
                mail: (
                  <strong>
                    <Code>{offer.maskedMail}</Code>
                  </strong>
                ),
              }}
            />
          </h2>
          <p className={styles.note}>
            <Say text={accountWords[offer.expected]} />{' '}
            <Trans
              id="answer.no-other"
              message="Another account will not work for this invitation."
            />
          </p>
        </div>
      </div>
      <div className={styles.acts}>
        {offer.attemptsLeft > 0 ? <AcceptForm token={token} isOpen={isOpen} /> : null}
        {isOpen ? (
          <>
            <Button onClick={() => setAsked('decline')}>
              <Trans id="answer.decline" message="Decline" />
            </Button>
            <Button look="subtle" onClick={() => setAsked('not-me')}>
              <Trans id="answer.not-me" message="This is not for me" />
            </Button>
          </>
        ) : null}
      </div>
      {asked === 'decline' ? <DeclineQuestion {...view} offer={offer} onClose={close} /> : null}
      {asked === 'not-me' ? <NotMeQuestion {...view} offer={offer} onClose={close} /> : null}
    </section>
  )
}

/** A form of the browser's own, since the answer leads to Microsoft and is told to nobody else. */
function AcceptForm({ token, isOpen }: { token: string; isOpen: boolean }) {
  const isOnline = useIsOnline()
  const [isSent, setIsSent] = useState(false)
  return (
    <form
      method="post"
      action={acceptFormOf(token)}
      onSubmit={(event) => {
        if (isSent || !isOnline) event.preventDefault()
        else setIsSent(true)
      }}
    >
      <Button type="submit" look="primary" isWaiting={isSent || !isOnline}>
        {isSent ? (
          <Trans id="answer.accepting" message="On the way to Microsoft …" />
        ) : isOpen ? (
          <Trans id="answer.accept" message="Accept and sign in" />
        ) : (
          <Trans id="answer.continue" message="Continue at Microsoft" />
        )}
      </Button>
    </form>
  )
}

const accountWords: Record<SignsInWith, MessageDescriptor> = {
  'work-account': /*i18n*/ {
    id: 'answer.account.work',
    message: 'That is your account at work or school.',
  },
  'microsoft-account': /*i18n*/ {
    id: 'answer.account.microsoft',
    message: 'That is your personal Microsoft account.',
  },
  google: /*i18n*/ { id: 'answer.account.google', message: 'You sign in at Google.' },
  federation: /*i18n*/ {
    id: 'answer.account.federation',
    message: 'You sign in on the page of your own organization.',
  },
  'mail-code': /*i18n*/ {
    id: 'answer.account.mail-code',
    message: 'Microsoft mails you a code each time, and you need no password.',
  },
  unknown: /*i18n*/ {
    id: 'answer.account.unknown',
    message: 'Microsoft finds out which kind of account has this address.',
  },
}
