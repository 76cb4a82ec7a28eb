import { findLostInvitation } from '@foyer/contracts/invitation-link'
import { lookUpOrganization } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import { type FormEvent, useId, useRef, useState } from 'react'
import type { Call } from '../call.ts'
import { Announce } from '../ui/announce.tsx'
import { isMailAddress } from '../ui/mail-to.ts'
import { Message } from '../ui/message.tsx'
import { Button } from './button.tsx'
import styles from './invitation.module.css'
import { TextField } from './text-field.tsx'
import { TroubleMessage } from './trouble-message.tsx'
import { useDeed } from './use-deed.ts'

/** Has the link sent to an address once more: told alike whether or not there is one. */
export function LostCard({
  call,
  slug,
}: {
  call: Call
  /** Of the organization that invites, where it is known. */
  slug?: string
}) {
  const id = useId()
  const [name, setName] = useState('')
  const [mail, setMail] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const [sentTo, setSentTo] = useState<string>()
  const mailField = useRef<HTMLInputElement>(null)
  const nameField = useRef<HTMLInputElement>(null)
  const { act, isActing, failure } = useDeed(() => setSentTo(mail.trim()))
  const lacksName = slug === undefined && name.trim() === ''
  const lacksMail = !isMailAddress(mail.trim())

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsChecked(true)
    setSentTo(undefined)
    if (lacksName) nameField.current?.focus()
    else if (lacksMail) mailField.current?.focus()
    else {
      act(async () => {
        const found =
          slug ?? (await call(lookUpOrganization, { query: { name: name.trim() } })).slug
        await call(findLostInvitation, { params: { slug: found }, body: { mail: mail.trim() } })
      })
    }
  }

  return (
    <section className={styles.card} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        <span>
          {' '}
          <Trans id="lost.card" message="Have the link sent once more" />
        </span>{' '}
      </h2>
      {sentTo === undefined ? null : (
        <Announce>
          <div className={styles.above}>
            <Message tone="done">
              <p>
                <Trans
                  id="lost.sent"
                  message="If {mail} has an invitation, a mail is on its way."
                  values={{ mail: <bdi>{sentTo}</bdi> }}
                />
              </p>
            </Message>
          </div>
        </Announce>
      )}
      {failure ? (
        <TroubleMessage
          code={failure.code}
          requestId={failure.trace.requestId}
          organization={name}
        />
      ) : null}
      <form className={styles.form} noValidate onSubmit={submit}>
        {slug === undefined ? (
          <TextField
            ref={nameField}
            label={<Trans id="lost.organization" message="Which organization invited you?" />}
            hint={
              <Trans id="lost.organization.hint" message="Its web address, as in contoso.com" />
            }
            wrong={
              isChecked && lacksName ? (
                <Trans id="lost.organization.missing" message="Write its name or web address." />
              ) : undefined
            }
            value={name}
            maxLength={255}
            required
            autoCapitalize="none"
            spellCheck={false}
            onChange={({ target }) => setName(target.value)}
          />
        ) : null}
        <TextField
          ref={mailField}
          label={<Trans id="lost.mail" message="The address at which you are invited" />}
          wrong={
            isChecked && lacksMail ? (
              <Trans
                id="lost.mail.wrong"
                message="Write the whole address, as in grace@adatum.com."
              />
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
          onChange={({ target }) => setMail(target.value)}
        />
        <div>
          <Button type="submit" isWaiting={isActing}>
            {isActing ? (
              <Trans id="lost.sending" message="Asking for it …" />
            ) : (
              <Trans id="lost.send" message="Send it to this address" />
            )}
          </Button>
        </div>
      </form>
    </section>
  )
}
