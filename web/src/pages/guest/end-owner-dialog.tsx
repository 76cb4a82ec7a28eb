import { Button } from '@fluentui/react-components'
import { EndOwner } from '@foyer/contracts/standing'
import { Trans } from '@lingui/react'
import { type ReactNode, useState } from 'react'
import { Navigate, useNavigate, useOutletContext } from 'react-router'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { Question } from '../../ui/question.tsx'
import { DecisionFailure } from './decision-failure.tsx'
import { endOwners } from './end-owner-words.ts'
import { failureOf } from './failure-of.ts'
import type { GuestContext } from './guest-context.ts'
import styles from './guest.module.css'

/** Asks who decides when an access ends, or whether the directory shows it; for operators. */
export function EndOwnerDialog() {
  const { organization, guest, isActing, outcome, decide } = useOutletContext<GuestContext>()
  const navigate = useNavigate()
  const [before] = useState(outcome)
  const [owner, setOwner] = useState<EndOwner | null>(guest.declaredEndOwner ?? null)
  const { slug, name: organizationName } = organization
  const page = paths.guest(slug, guest.guestId)
  const failure = outcome === before ? undefined : failureOf(outcome)
  if (!guest.mayExcept || (outcome && outcome !== before && !failure)) {
    return <Navigate to={page} replace />
  }
  const close = () => {
    if (!isActing) void navigate(page, { replace: true })
  }
  const send = () => decide({ what: 'declare', owner }, paths.declareEndOwner(slug, guest.guestId))
  const choice = (value: EndOwner | null, words: ReactNode) => (
    <label key={value ?? ''} className={styles.option}>
      <input
        type="radio"
        name="owner"
        checked={owner === value}
        disabled={isActing}
        onChange={() => setOwner(value)}
      />
      <span>{words}</span>
    </label>
  )
  return (
    <Question
      title={
        <Trans
          id="guest.end-owner.title"
          message="Who decides when the access of {name} ends?"
          values={{ name: <bdi>{guest.name}</bdi> }}
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
          <Button appearance="primary" disabledFocusable={isActing} onClick={send}>
            <Trans id="guest.end-owner.act" message="Save who decides" />
          </Button>
        </>
      }
    >
      <p className={styles.small}>
        <Trans
          id="guest.end-owner.text"
          message="Where somebody else decides, Foyer reminds nobody of an end, extends nothing and ends nothing: it only shows that."
        />
      </p>
      <fieldset className={styles.options}>
        <legend className="foyer-hidden">
          <Trans id="guest.end-owner.open" message="Who decides the end …" />
        </legend>
        {choice(
          null,
          <Trans
            id="guest.end-owner.directory"
            message="What the directory of {organization} shows"
            values={{ organization: <bdi>{organizationName}</bdi> }}
          />,
        )}
        {EndOwner.enum.map((each) => choice(each, <Say text={endOwners[each]} />))}
      </fieldset>
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
