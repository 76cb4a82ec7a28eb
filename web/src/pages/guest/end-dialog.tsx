import { Button, Field, Textarea } from '@fluentui/react-components'
import { Trans } from '@lingui/react'
import { useRef, useState } from 'react'
import { Navigate, useLoaderData, useNavigate, useOutletContext } from 'react-router'
import { paths } from '../../paths.ts'
import { DangerButton } from '../../ui/danger-button.tsx'
import { Question } from '../../ui/question.tsx'
import type { begunLoader } from './decide.ts'
import { DecisionFailure } from './decision-failure.tsx'
import { isUnderWay } from './ending-card.tsx'
import { failureOf } from './failure-of.ts'
import type { GuestContext } from './guest-context.ts'
import { SignedInAnew } from './signed-in-anew.tsx'
import styles from './guest.module.css'

const mostLetters = 500

/** Asks why an access ends now, and says beforehand what follows and until when it is taken back. */
export function EndDialog() {
  const { organization, guest, isActing, outcome, decide } = useOutletContext<GuestContext>()
  const begun = useLoaderData<typeof begunLoader>()
  const navigate = useNavigate()
  const reasonField = useRef<HTMLTextAreaElement>(null)
  const [before] = useState(outcome)
  const [reason, setReason] = useState(begun?.words['reason'] ?? '')
  const [handover, setHandover] = useState(begun?.words['handover'] ?? '')
  const [override, setOverride] = useState(begun?.words['override'] ?? '')
  const [isSent, setSent] = useState(false)
  const page = paths.guest(organization.slug, guest.guestId)
  const failure = outcome === before ? undefined : failureOf(outcome)
  if (isUnderWay(guest.ending) && !failure) return <Navigate to={page} replace />

  const isMissing = isSent && reason.trim() === ''
  const isOverridden = override !== '' || failure?.code === 'too-many-endings'
  const close = () => {
    if (!isActing) void navigate(page, { replace: true })
  }
  const send = () => {
    setSent(true)
    if (reason.trim() === '') return reasonField.current?.focus()
    const words = {
      reason: reason.trim(),
      handover: handover.trim(),
      override: override.trim(),
    }
    return decide({ what: 'end', ...words }, paths.endAccess(organization.slug, guest.guestId))
  }
  const names = { name: <bdi>{guest.name}</bdi>, organization: <bdi>{organization.name}</bdi> }
  return (
    <Question
      title={
        <Trans
          id="guest.end.title"
          message="End the access of {name} to {organization}?"
          values={names}
        />
      }
      isForm
      isBusy={isActing}
      onCancel={close}
      actions={
        <>
          <Button onClick={close} disabledFocusable={isActing}>
            <Trans id="answers.cancel" message="Cancel" />
          </Button>
          <DangerButton isBusy={isActing} onClick={send}>
            <Trans id="guest.end.act" message="End access" />
          </DangerButton>
        </>
      }
    >
      <ul className={styles.follows}>
        <li>
          <Trans
            id="guest.end.wait"
            message="For ten minutes nothing happens, and you can stop it."
          />
        </li>
        <li>
          <Trans
            id="guest.end.block"
            message="Then {name} cannot sign in to {organization} any more. What is still open ends by itself within about 90 minutes."
            values={names}
          />
        </li>
        <li>
          <Trans
            id="guest.end.remove"
            message="Days later the account is removed. Until then you take it back with everything; afterwards an administrator can, for 30 days."
          />
        </li>
      </ul>
      <SignedInAnew begun={begun} />
      <Field
        label={<Trans id="guest.end.reason" message="Your reason, the guest sees it" />}
        required
        validationState={isMissing ? 'error' : 'none'}
        {...(isMissing
          ? {
              validationMessage: (
                <Trans id="answers.reason.missing" message="Say why, in a few words." />
              ),
            }
          : {})}
      >
        <Textarea
          textarea={{ ref: reasonField }}
          value={reason}
          maxLength={mostLetters}
          resize="vertical"
          disabled={isActing}
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
      <Field
        label={
          <Trans
            id="guest.end.handover"
            message="For whoever takes over, the guest does not see it"
          />
        }
      >
        <Textarea
          value={handover}
          maxLength={mostLetters}
          resize="vertical"
          disabled={isActing}
          onChange={(_, { value }) => setHandover(value)}
        />
      </Field>
      {isOverridden ? (
        <Field
          label={
            <Trans
              id="guest.end.override"
              message="Why this goes beyond what is ended on one day"
            />
          }
          hint={<Trans id="guest.end.override.hint" message="It is written down with your name." />}
        >
          <Textarea
            value={override}
            maxLength={mostLetters}
            resize="vertical"
            disabled={isActing}
            onChange={(_, { value }) => setOverride(value)}
          />
        </Field>
      ) : null}
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
