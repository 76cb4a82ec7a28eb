import { Button } from '@fluentui/react-components'
import type { GuestReset, Reset } from '@foyer/contracts/reset'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import type { Failure } from '../../failure.ts'
import { formatInstant } from '../../language/dates.ts'
import type { Begun } from '../../session/begun.ts'
import { Card } from '../../ui/card.tsx'
import { DangerButton } from '../../ui/danger-button.tsx'
import { Message } from '../../ui/message.tsx'
import { DecisionFailure } from '../guest/decision-failure.tsx'
import { SignedInAnew } from '../guest/signed-in-anew.tsx'
import { NotRegistered } from './not-registered.tsx'
import type { ResetAct } from './reset-action.ts'
import { Stations } from './stations.tsx'
import styles from './reset.module.css'

/** How far it is, what the caller can do next, and the one press that stops it. */
export function ProgressCard({
  organization,
  found,
  reset,
  begun,
  isReady,
  isActing,
  failed,
  onAct,
}: {
  organization: OrganizationLocation
  found: GuestReset
  reset: Reset
  begun: Begun | undefined
  isReady: boolean
  isActing: boolean
  failed: { readonly failure: Failure; readonly act: ResetAct | undefined } | undefined
  onAct: (act: ResetAct) => void
}) {
  const { i18n } = useLingui()
  const { guest, seenAs, isAsker, isOpen, actsWith } = found
  const isOperator = seenAs === 'operator'
  const isSame = reset.from.toLowerCase() === reset.to.toLowerCase()
  const next = nextOf(found, reset)
  const values = {
    name: <bdi>{guest.name}</bdi>,
    from: <bdi>{reset.from}</bdi>,
    to: <bdi>{reset.to}</bdi>,
    by: <bdi>{reset.askedBy}</bdi>,
    at: formatInstant(i18n, reset.askedAt),
  }
  return (
    <Card
      heading={
        isSame ? (
          <Trans
            id="reset.going.same"
            message="{name} is to sign in anew with {to}"
            values={values}
          />
        ) : (
          <Trans
            id="reset.going.other"
            message="{name} is to sign in with {to} instead of {from}"
            values={values}
          />
        )
      }
    >
      <p className={styles.text}>
        <Trans id="reset.going.by" message="{by} asked for it on {at}:" values={values} />{' '}
        <q>
          <bdi>{reset.reason}</bdi>
        </q>
      </p>
      <Stations reset={reset} isOpen={isOpen} />
      {reset.state === 'proved' && isOperator && isAsker ? (
        <p className={styles.text}>
          <Trans
            id="reset.another"
            message="Another operator opens this page and agrees. You cannot, because you asked."
          />
        </p>
      ) : null}
      {isOpen && isOperator && !actsWith ? <NotRegistered organization={organization} /> : null}
      {next === 'carry-out' ? (
        <p className={styles.text}>
          <Trans
            id="reset.carry-out.text"
            message="Microsoft asks you to sign in as yourself, and Foyer uses what it gets for this one act and keeps it nowhere. You need the role Helpdesk Administrator, or User Administrator for another address."
          />
        </p>
      ) : null}
      <div className={styles.messages}>
        {next === 'agree' ? <SignedInAnew begun={begun} /> : null}
        {isReady && next === 'carry-out' ? (
          <Message tone="key">
            <p>
              <Trans
                id="guest.signed-in-anew"
                message="You have signed in once more. Nothing has happened yet: it takes one more click."
              />
            </p>
          </Message>
        ) : null}
        {reset.isUnsure ? (
          <Message tone="warning">
            <p>
              <Trans
                id="reset.unsure"
                message="It was tried, and nobody could tell whether it was done. To try again looks first, and does no harm."
              />
            </p>
          </Message>
        ) : null}
        {failed ? (
          <DecisionFailure
            organization={organization}
            failure={failed.failure}
            isActing={isActing}
            onRetry={() => {
              const again = failed.act ?? (actsWith && { what: 'carry-out', with: actsWith })
              if (again) onAct(again)
            }}
          />
        ) : null}
      </div>
      <div className={styles.acts}>
        {next === 'agree' ? (
          <Button
            appearance="primary"
            disabledFocusable={isActing}
            onClick={() => onAct({ what: 'agree' })}
          >
            <Trans id="reset.agree" message="Agree" />
          </Button>
        ) : null}
        {next === 'carry-out' && actsWith ? (
          <DangerButton
            isBusy={isActing}
            onClick={() => onAct({ what: 'carry-out', with: actsWith })}
          >
            <Trans id="reset.carry-out" message="Set the sign-in back" />
          </DangerButton>
        ) : null}
        <Button disabledFocusable={isActing} onClick={() => onAct({ what: 'stop' })}>
          <Trans id="reset.stop" message="Stop it" />
        </Button>
      </div>
    </Card>
  )
}

/** What the caller can go on with. */
function nextOf(
  { seenAs, isAsker, isOpen, actsWith }: GuestReset,
  { state }: Reset,
): 'agree' | 'carry-out' | undefined {
  if (seenAs !== 'operator') return undefined
  if (state === 'proved') return isAsker ? undefined : 'agree'
  return isOpen && actsWith ? 'carry-out' : undefined
}
