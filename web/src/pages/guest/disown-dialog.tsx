import { Button } from '@fluentui/react-components'
import { Trans } from '@lingui/react'
import { useState } from 'react'
import { Navigate, useNavigate, useOutletContext } from 'react-router'
import { paths } from '../../paths.ts'
import { Question } from '../../ui/question.tsx'
import { DecisionFailure } from './decision-failure.tsx'
import { failureOf } from './failure-of.ts'
import type { GuestContext } from './guest-context.ts'
import styles from './guest.module.css'

/** Asks once more of whoever says that a guest is not theirs, and says what follows. */
export function DisownDialog() {
  const { organization, guest, isActing, outcome, decide } = useOutletContext<GuestContext>()
  const navigate = useNavigate()
  const [before] = useState(outcome)
  const page = paths.guest(organization.slug, guest.guestId)
  const failure = outcome === before ? undefined : failureOf(outcome)
  // Only who vouches can say that they should not.
  if (guest.seenAs !== 'sponsor' || (outcome && outcome !== before && !failure)) {
    return <Navigate to={page} replace />
  }
  const close = () => {
    if (!isActing) void navigate(page, { replace: true })
  }
  const send = () => decide({ what: 'disown' }, paths.disownGuest(organization.slug, guest.guestId))
  const names = { name: <bdi>{guest.name}</bdi>, organization: <bdi>{organization.name}</bdi> }
  return (
    <Question
      title={<Trans id="guest.disown.title" message="{name} is not your guest?" values={names} />}
      isBusy={isActing}
      onCancel={close}
      actions={
        <>
          <Button onClick={close} disabledFocusable={isActing}>
            <Trans id="answers.cancel" message="Cancel" />
          </Button>
          <Button appearance="primary" disabledFocusable={isActing} onClick={send}>
            <Trans id="guest.disown.act" message="Look for somebody else" />
          </Button>
        </>
      }
    >
      <ul className={styles.follows}>
        <li>
          <Trans
            id="guest.disown.next"
            message="The colleague is asked who knows {name} best: who vouches too, then who owns a group that they are in, then your manager."
            values={names}
          />
        </li>
        <li>
          <Trans
            id="guest.disown.answerable"
            message="You stay answerable for {name} until somebody accepts. Until then you can take it back."
            values={names}
          />
        </li>
        <li>
          <Trans
            id="guest.disown.nobody"
            message="Where nobody accepts, operators of {organization} decide."
            values={names}
          />
        </li>
      </ul>
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
