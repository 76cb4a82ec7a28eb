import { declineInvitation } from '@foyer/contracts/invitation-link'
import { declineDays } from '@foyer/contracts/invitation'
import { Trans } from '@lingui/react'
import { useId, useRef, useState } from 'react'
import { isMailAddress } from '../ui/mail-to.ts'
import { Question } from '../ui/question.tsx'
import { Say } from '../language/say.tsx'
import { Button } from './button.tsx'
import styles from './invitation.module.css'
import type { InvitationView } from './invitation-page.tsx'
import type { Offer } from './letter.tsx'
import { TextArea, TextField } from './text-field.tsx'
import { TroubleMessage } from './trouble-message.tsx'
import { explainTrouble } from './troubles.ts'
import { useDeed } from './use-deed.ts'

/** Asks who declines, since a link may have been passed on, and why, for whoever invited. */
export function DeclineQuestion({
  token,
  invitation: { organization },
  offer,
  call,
  onChange,
  onClose,
}: InvitationView & { offer: Offer; onClose: () => void }) {
  const formId = useId()
  const field = useRef<HTMLInputElement>(null)
  const [mail, setMail] = useState('')
  const [reason, setReason] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  const { act, isActing, failure } = useDeed(async () => {
    await onChange()
    onClose()
  })
  const differs = failure?.code === 'invitation-address-differs'
  const name = <bdi>{organization.name}</bdi>
  const submit = () => {
    const isRight = isMailAddress(mail.trim())
    setIsWrong(!isRight)
    if (!isRight) {
      field.current?.focus()
      return
    }
    const words = reason.trim()
    act(async () =>
      call(declineInvitation, {
        params: { token },
        body: { mail: mail.trim(), ...(words === '' ? {} : { reason: words }) },
      }),
    )
  }
  return (
    <Question
      isForm
      isBusy={isActing}
      onCancel={onClose}
      title={
        <Trans id="decline.title" message="Decline the invitation of {name}?" values={{ name }} />
      }
      actions={
        <>
          <Button isWaiting={isActing} onClick={onClose}>
            <Trans id="decline.keep" message="Keep it open" />
          </Button>
          <Button type="submit" form={formId} look="primary" isWaiting={isActing}>
            {isActing ? (
              <Trans id="decline.declining" message="Declining …" />
            ) : (
              <Trans id="decline.decline" message="Decline" />
            )}
          </Button>
        </>
      }
    >
      <p>
        <Trans
          id="decline.what"
          message="You do not become a guest, and the directory of {name} learns nothing of you. {inviter} gets a mail with your answer. You can take it back for {declineDays, plural, one {one day} other {# days}}, with this link."
          values={{ name, inviter: <bdi>{offer.invitedBy.name}</bdi>, declineDays }}
        />
      </p>
      {failure && !differs ? (
        <TroubleMessage
          code={failure.code}
          requestId={failure.trace.requestId}
          organization={organization.name}
        />
      ) : null}
      <form
        id={formId}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextField
          ref={field}
          label={<Trans id="decline.mail" message="Your address, as it is invited" />}
          hint={
            <Trans
              id="decline.mail.hint"
              message="In full: it is {masked}. So nobody who only holds the link declines for you."
              values={{ masked: <bdi dir="ltr">{offer.maskedMail}</bdi> }}
            />
          }
          wrong={
            isWrong ? (
              <Trans
                id="lost.mail.wrong"
                message="Write the whole address, as in grace@adatum.com."
              />
            ) : differs ? (
              <>
                <Say text={explainTrouble(failure.code, organization.name).sentence} />{' '}
                <Say text={explainTrouble(failure.code, organization.name).next} />
              </>
            ) : undefined
          }
          type="email"
          value={mail}
          maxLength={254}
          required
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          onChange={({ target }) => {
            setMail(target.value)
            setIsWrong(false)
          }}
        />
        <TextArea
          label={<Trans id="decline.reason" message="Why (you may leave this out)" />}
          hint={
            <Trans
              id="decline.reason.hint"
              message="{inviter} reads it."
              values={{ inviter: <bdi>{offer.invitedBy.name}</bdi> }}
            />
          }
          value={reason}
          rows={3}
          maxLength={500}
          onChange={({ target }) => setReason(target.value)}
        />
      </form>
    </Question>
  )
}
