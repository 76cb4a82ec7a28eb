import { Button, Field, Input } from '@fluentui/react-components'
import type { GuestDetail } from '@foyer/contracts/guest'
import type { InvitableGroup } from '@foyer/contracts/invitation'
import type { InvitationTemplate } from '@foyer/contracts/invitation-template'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import type { Answer } from '../../failure.ts'
import { useAnswer } from '../../ui/answer.ts'
import { Card } from '../../ui/card.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import type { useAct } from '../../ui/use-act.ts'
import { Bone } from '../../ui/waiting.tsx'
import { AddressCheckView } from './address-check-view.tsx'
import { draftFor } from './draft-for.ts'
import { type Draft, findWrong, wantedBy } from './draft.ts'
import type { InvitationOrder, inviteAction } from './invite.ts'
import styles from './invite.module.css'
import { InviteHead } from './invite-head.tsx'
import { LetterPreview } from './letter-preview.tsx'
import { OfferFields } from './offer-fields.tsx'
import { TemplateChoice } from './template-choice.tsx'
import { useAddressCheck } from './use-address-check.ts'

/** The address first, since what is found about it decides whether the rest is worth writing. */
export function InviteView({
  organization,
  groups,
  old,
  templates,
  action: { act, isActing, outcome },
}: {
  organization: OrganizationLocation
  groups: readonly InvitableGroup[]
  /** Whose account the new one takes the place of. */
  old: GuestDetail | undefined
  templates: Promise<Answer<readonly InvitationTemplate[]>>
  action: ReturnType<typeof useAct<typeof inviteAction>>
}) {
  const { i18n } = useLingui()
  const form = useRef<HTMLFormElement>(null)
  const sent = useRef<InvitationOrder>(undefined)
  const [isSent, setSent] = useState(false)
  const [draft, setDraft] = useState<Draft>(() => ({
    ...blank,
    language: i18n.locale === 'de' ? 'de' : 'en',
    ...(old ? draftFor(i18n, old) : {}),
  }))
  const { slug, name } = organization
  const address = useAddressCheck(slug, draft.mail.trim())
  const { check } = address
  const fails = check?.findings.some(({ verdict }) => verdict === 'will-fail') ?? false
  const span = check && !fails ? check : undefined
  const wrong = span ? findWrong(draft, span) : []
  const failure = outcome && 'failure' in outcome ? outcome.failure : undefined
  const send = () => {
    setSent(true)
    const [first] = wrong
    if (!span || first) {
      form.current?.querySelector<HTMLElement>(`[name="${first ?? 'mail'}"]`)?.focus()
      return
    }
    // The same once more, where an answer was lost; something else is another invitation.
    const wanted = wantedBy(draft)
    const isSame = JSON.stringify(sent.current?.wanted) === JSON.stringify(wanted)
    sent.current = { wanted, key: (isSame && sent.current?.key) || crypto.randomUUID() }
    act({ wanted: { ...wanted }, key: sent.current.key })
  }
  return (
    <>
      <InviteHead organization={organization} old={old} />
      <form
        ref={form}
        className={styles.page}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <div className={styles.column}>
          {old ? null : (
            <Templates
              organization={organization}
              templates={templates}
              onDraft={(change) => setDraft((last) => ({ ...last, ...change }))}
            />
          )}
          <Card
            heading={
              old ? (
                <Trans id="invite.who.moved" message="What is the new address?" />
              ) : (
                <Trans id="invite.who" message="Whom do you invite?" />
              )
            }
          >
            <div className={styles.fields}>
              <Field
                label={<Trans id="invite.mail" message="Mail address" />}
                hint={
                  <Trans
                    id="invite.mail.hint"
                    message="The one with which they work. It is checked as you write."
                  />
                }
                required
              >
                <Input
                  name="mail"
                  type="email"
                  size="large"
                  value={draft.mail}
                  maxLength={254}
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  dir="ltr"
                  onChange={(_, { value }) => setDraft((last) => ({ ...last, mail: value }))}
                />
              </Field>
              <div aria-live="polite" aria-busy={address.isReading}>
                {check ? <AddressCheckView organization={organization} check={check} /> : null}
                {address.isReading ? <Bone width="100%" height={120} /> : null}
              </div>
              {address.failure ? (
                <FailureMessage
                  failure={address.failure}
                  organization={organization}
                  isRetrying={address.isReading}
                  onRetry={address.readAgain}
                />
              ) : null}
            </div>
          </Card>
          {span ? (
            <OfferFields
              organization={organization}
              groups={groups}
              draft={draft}
              span={span}
              wrong={isSent ? wrong : []}
              onDraft={(change) => setDraft((last) => ({ ...last, ...change }))}
            />
          ) : null}
        </div>
        {span && check ? (
          <div className={styles.beside}>
            <LetterPreview organization={name} draft={draft} check={check} />
            {failure ? (
              <FailureMessage
                failure={failure}
                organization={organization}
                fact={
                  failure.isUncertain ? (
                    <Trans
                      id="invite.unknown"
                      message="Whether it was sent could not be seen. To try again sends it once."
                    />
                  ) : (
                    <Trans id="invite.not-sent" message="Nothing was sent." />
                  )
                }
                isRetrying={isActing}
                onRetry={send}
              />
            ) : null}
            <div className={styles.acts}>
              <Button type="submit" appearance="primary" size="large" disabledFocusable={isActing}>
                {isActing ? (
                  <Trans id="invite.sending" message="Sending …" />
                ) : (
                  <Trans id="invite.send" message="Send the invitation" />
                )}
              </Button>
              <span className={styles.small}>
                <Trans
                  id="invite.left-today"
                  message="{leftToday, plural, one {One more today} other {# more today}}"
                  values={{ leftToday: check.leftToday }}
                />
              </span>
            </div>
          </div>
        ) : null}
      </form>
    </>
  )
}

/** Stands only where there are some, or where nobody could read whether. */
function Templates({
  organization,
  templates,
  onDraft,
}: {
  organization: OrganizationLocation
  templates: Promise<Answer<readonly InvitationTemplate[]>>
  onDraft: (change: Partial<Draft>) => void
}) {
  const { answer, isRenewing } = useAnswer(templates)
  const { revalidate } = useRevalidator()
  if (!answer) return null
  if ('failure' in answer) {
    return (
      <FailureMessage
        failure={answer.failure}
        organization={organization}
        fact={<Trans id="invite.template.unread" message="The templates could not be read." />}
        isRetrying={isRenewing}
        onRetry={() => void revalidate()}
      />
    )
  }
  if (answer.value.length === 0) return null
  return <TemplateChoice templates={answer.value} onDraft={onDraft} />
}

const blank: Draft = {
  mail: '',
  name: '',
  purpose: '',
  endsOn: '',
  groups: [],
  language: 'en',
  message: '',
  sponsorMail: '',
}
