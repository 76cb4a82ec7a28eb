import type { Receipt } from '@foyer/contracts/receipt'
import type { WayBack as WayBackThere } from '@foyer/contracts/way-back'
import { Trans } from '@lingui/react'
import type { ReactNode } from 'react'
import { useRevalidator } from 'react-router'
import type { Answer } from '../../failure.ts'
import { paths } from '../../paths.ts'
import type { Contact } from '../../session/leavings.ts'
import { useAnswer } from '../../ui/answer.ts'
import { Card } from '../../ui/card.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { SignInButton } from '../../ui/sign-in-button.tsx'
import { Bone, Waiting } from '../../ui/waiting.tsx'
import { WayBack } from '../../ui/way-back.tsx'
import { AskContacts } from './ask-contacts.tsx'
import { AskOffer } from './ask-offer.tsx'
import { AskingState } from './asking-state.tsx'
import { EraseWords } from './erase-words.tsx'
import styles from './receipt.module.css'
import { ReturnState } from './return-state.tsx'
import { UndoOffer } from './undo-offer.tsx'
import { useReadAgain } from './use-read-again.ts'

/** Whether leaving can be undone, by whom and until when: what was asked of the directory just now. */
export function ReturnCard({
  receipt,
  wayBack,
  contacts,
}: {
  receipt: Receipt
  wayBack: Promise<Answer<WayBackThere | undefined>>
  contacts: readonly Contact[]
}) {
  const heading = <Trans id="receipt.back" message="Changed your mind?" />
  if (receipt.group === undefined) {
    return <OfOrganization {...{ heading, receipt, wayBack, contacts }} />
  }
  return (
    <Card heading={heading}>
      <p className={styles.text}>
        <Trans
          id="losses.back"
          message="Foyer cannot put you back. Ask an owner of the group to add you again."
        />
      </p>
    </Card>
  )
}

function OfOrganization({
  heading,
  receipt,
  wayBack,
  contacts,
}: Parameters<typeof ReturnCard>[0] & { heading: ReactNode }) {
  const { organization, leftAt, restorableUntil, erasedBy } = receipt
  const { answer, renewalFailure, isRenewing } = useAnswer(wayBack)
  const { revalidate } = useRevalidator()
  const there = answer && 'value' in answer ? answer.value : undefined
  useReadAgain(there?.undoing?.state === 'under-way', isRenewing)
  const retry = () => void revalidate()

  if (!answer) {
    return (
      <Card heading={heading}>
        <Waiting name={organization.name} onRetry={retry}>
          <div className={styles.bones} aria-hidden="true">
            <Bone width="80%" height={20} />
            <Bone width="40%" height={16} />
          </div>
        </Waiting>
      </Card>
    )
  }
  const failure = 'failure' in answer ? answer.failure : renewalFailure
  const isOpen = there === undefined || there.offer !== 'none'
  const isUnderWay = there?.undoing?.state === 'under-way'
  const isSettled = there?.undoing?.state === 'done' || there?.because === 'erased'
  return (
    <>
      <Card heading={heading}>
        {failure && !isUnderWay ? (
          <div className={styles.state}>
            <FailureMessage
              failure={failure}
              organization={organization}
              fact={
                <Trans
                  id="receipt.back.unknown"
                  message="Whether you can come back was not seen now."
                />
              }
              isRetrying={isRenewing}
              onRetry={retry}
            />
          </div>
        ) : null}
        {there?.undoing ? (
          <ReturnState organization={organization} undoing={there.undoing} offer={there.offer} />
        ) : null}
        {there?.asking && !(there.asking.state === 'granted' && there.undoing) ? (
          <AskingState organization={organization} asking={there.asking} until={there.until} />
        ) : null}
        {there && !isUnderWay ? <Offer there={there} receipt={receipt} /> : null}
        {isOpen && !isUnderWay && leftAt && restorableUntil && erasedBy ? (
          <div
            className={
              there?.asking || there?.offer === 'undo' || there?.offer === 'ask'
                ? styles.later
                : undefined
            }
          >
            <WayBack organization={organization.name} {...{ leftAt, restorableUntil, erasedBy }} />
          </div>
        ) : null}
        {there?.because === 'removed-by-others' ||
        there?.because === 'held' ||
        there?.offer === 'administrator' ? (
          <AskContacts contacts={contacts} />
        ) : null}
      </Card>
      {isUnderWay || isSettled ? null : <Again {...organization} />}
    </>
  )
}

function Again({ slug, name }: Receipt['organization']) {
  const shown = <bdi>{name}</bdi>
  return (
    <div className={styles.again}>
      <span>
        <Trans id="receipt.again" message="Has {name} brought you back?" values={{ name: shown }} />
      </span>
      <SignInButton slug={slug} returnTo={paths.organization(slug)} appearance="subtle">
        <Trans id="sign-in.title" message="Sign in at {name}" values={{ name: shown }} />
      </SignInButton>
    </div>
  )
}

function Offer({ there, receipt }: { there: WayBackThere; receipt: Receipt }): ReactNode {
  const { organization } = receipt
  const name = <bdi>{organization.name}</bdi>
  if (there.offer === 'undo' && there.until !== undefined) {
    return <UndoOffer organization={organization} until={there.until} />
  }
  if (there.offer === 'ask') return there.asking ? null : <AskOffer organization={organization} />
  switch (there.because) {
    case 'there-again':
      return there.undoing?.state === 'done' ? null : (
        <p className={styles.text}>
          <Trans
            id="receipt.back.there-again"
            message="{name} knows this account again. Sign in there as before."
            values={{ name }}
          />
        </p>
      )
    case 'erased':
      return (
        <>
          <p className={styles.text}>
            <Trans
              id="receipt.back.over"
              message="Nobody can bring your account back any more. {organization} can only invite you anew."
              values={{ organization: name }}
            />
          </p>
          <EraseWords organization={organization} />
        </>
      )
    case 'removed-by-others':
      return (
        <p className={styles.text}>
          <Trans
            id="receipt.back.removed"
            message="Since you left, {name} itself has ended your access. Only {name} can give it back."
            values={{ name }}
          />
        </p>
      )
    case 'held':
      return (
        <p className={styles.text}>
          <Trans
            id="receipt.back.held"
            message="{name} does not bring you back. Why, only {name} can tell."
            values={{ name }}
          />
        </p>
      )
    case 'not-left':
    case undefined:
  }
  return null
}
