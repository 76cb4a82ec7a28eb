import { Button, Field, Input, Textarea } from '@fluentui/react-components'
import { Trans } from '@lingui/react'
import { useRef, useState } from 'react'
import { Navigate, useNavigate, useOutletContext } from 'react-router'
import { paths } from '../../paths.ts'
import { Question } from '../../ui/question.tsx'
import { DecisionFailure } from './decision-failure.tsx'
import { failureOf } from './failure-of.ts'
import type { GuestContext } from './guest-context.ts'
import styles from './guest.module.css'

const mostLetters = 500

/** As long as an address may be. */
const longestAddress = 254

/** Asks which colleague is asked to vouch, and says that nothing changes before they accept. */
export function HandOverDialog() {
  const { organization, guest, isActing, outcome, decide } = useOutletContext<GuestContext>()
  const navigate = useNavigate()
  const addressField = useRef<HTMLInputElement>(null)
  const [before] = useState(outcome)
  const [to, setTo] = useState('')
  const [note, setNote] = useState('')
  const [isSent, setSent] = useState(false)
  const page = paths.guest(organization.slug, guest.guestId)
  const failure = outcome === before ? undefined : failureOf(outcome)
  if (outcome && outcome !== before && !failure) return <Navigate to={page} replace />

  const isWrong = !/^[^\s@]+@[^\s@]+$/.test(to.trim())
  const close = () => {
    if (!isActing) void navigate(page, { replace: true })
  }
  const send = () => {
    setSent(true)
    if (isWrong) addressField.current?.focus()
    else {
      decide(
        { what: 'hand-over', to: to.trim(), note: note.trim() },
        paths.handOverGuest(organization.slug, guest.guestId),
      )
    }
  }
  const names = { name: <bdi>{guest.name}</bdi>, organization: <bdi>{organization.name}</bdi> }
  return (
    <Question
      title={<Trans id="guest.hand-over.title" message="Hand over {name}" values={names} />}
      isForm
      isBusy={isActing}
      onCancel={close}
      actions={
        <>
          <Button onClick={close} disabledFocusable={isActing}>
            <Trans id="answers.cancel" message="Cancel" />
          </Button>
          <Button appearance="primary" disabledFocusable={isActing} onClick={send}>
            <Trans id="guest.hand-over.act" message="Ask them" />
          </Button>
        </>
      }
    >
      <ul className={styles.follows}>
        <li>
          <Trans
            id="guest.hand-over.accept"
            message="Nothing changes until your colleague accepts: they get a mail, and may decline."
          />
        </li>
        <li>
          <Trans
            id="guest.hand-over.silence"
            message="After a week without a word the next colleague is asked too."
          />
        </li>
      </ul>
      <Field
        label={<Trans id="guest.hand-over.to" message="Mail address of your colleague" />}
        hint={
          <Trans
            id="guest.hand-over.to.hint"
            message="The address at which {organization} knows them."
            values={names}
          />
        }
        required
        validationState={isSent && isWrong ? 'error' : 'none'}
        {...(isSent && isWrong
          ? {
              validationMessage: (
                <Trans
                  id="guest.hand-over.to.wrong"
                  message="Give a whole mail address, as in noor@contoso.com."
                />
              ),
            }
          : {})}
      >
        <Input
          input={{ ref: addressField }}
          type="email"
          size="large"
          autoComplete="off"
          maxLength={longestAddress}
          value={to}
          disabled={isActing}
          onChange={(_, { value }) => setTo(value)}
        />
      </Field>
      <Field
        label={<Trans id="guest.succession.note" message="A word for them, if you like" />}
        hint={<Trans id="guest.succession.note.hint" message="Whoever is asked reads it." />}
      >
        <Textarea
          value={note}
          maxLength={mostLetters}
          resize="vertical"
          disabled={isActing}
          onChange={(_, { value }) => setNote(value)}
        />
      </Field>
      {failure ? (
        <DecisionFailure
          organization={organization}
          failure={failure}
          isActing={isActing}
          onRetry={send}
        />
      ) : null}
    </Question>
  )
}
