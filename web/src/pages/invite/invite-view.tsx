import { Button, Field, Input } from '@fluentui/react-components'
import type { InvitableGroup } from '@foyer/contracts/invitation'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { useRef, useState } from 'react'
import { paths } from '../../paths.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { Card } from '../../ui/card.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import type { useAct } from '../../ui/use-act.ts'
import { Bone } from '../../ui/waiting.tsx'
import { AddressCheckView } from './address-check-view.tsx'
import { type Draft, findWrong, wantedBy } from './draft.ts'
import type { InvitationOrder, inviteAction } from './invite.ts'
import styles from './invite.module.css'
import { LetterPreview } from './letter-preview.tsx'
import { OfferFields } from './offer-fields.tsx'
import { useAddressCheck } from './use-address-check.ts'

/** The address first, since what is found about it decides whether the rest is worth writing. */
export function InviteView({
  organization,
  groups,
  action: { act, isActing, outcome },
}: {
  organization: OrganizationLocation
  groups: readonly InvitableGroup[]
  action: ReturnType<typeof useAct<typeof inviteAction>>
}) {
  const { i18n } = useLingui()
  const form = useRef<HTMLFormElement>(null)
  const sent = useRef<InvitationOrder>(undefined)
  const [isSent, setSent] = useState(false)
  const [draft, setDraft] = useState<Draft>(() => ({
    ...blank,
    language: i18n.locale === 'de' ? 'de' : 'en',
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
      <BackLink to={paths.invitations(slug)}>
        <Trans id="invitations.title" message="Invitations" />
      </BackLink>
      <PageTitle
        inWindow={i18n._(
          /*i18n*/ { id: 'invite.window', message: 'Invite a guest to {name}', values: { name } },
        )}
      >
        <Trans id="invite.title" message="Invite a guest" />
      </PageTitle>
      <p className={styles.lead}>
        <Trans
          id="invite.lead"
          message="They get a mail with a link, and {name} knows nothing of them before they accept. Whoever declines, or does not answer, leaves nothing behind."
          values={{ name: <bdi>{name}</bdi> }}
        />
      </p>
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
          <Card heading={<Trans id="invite.who" message="Whom do you invite?" />}>
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
