import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import { type ReactNode, useId } from 'react'
import { useRevalidator } from 'react-router'
import type { Answer } from '../../failure.ts'
import { pictureOf } from '../../places/picture.ts'
import { useAnswer } from '../../ui/answer.ts'
import { Door } from '../../ui/door.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { Message } from '../../ui/message.tsx'
import { SignInButton } from '../../ui/sign-in-button.tsx'
import { Bone, Waiting } from '../../ui/waiting.tsx'
import styles from './place-section.module.css'

/** What one of a person's organizations answers, or why that is not known now. */
export function PlaceSection<T>({
  organization,
  seenAs,
  read,
  signIn,
  children,
}: {
  organization: OrganizationLocation
  /** With which of several accounts. */
  seenAs: string | undefined
  read: Promise<Answer<T>>
  /** What it shows once the person has signed in there. */
  signIn: ReactNode
  children: (value: T) => ReactNode
}) {
  const { name, slug } = organization
  const { answer, renewalFailure, isRenewing } = useAnswer(read)
  const { revalidate } = useRevalidator()
  const retry = () => void revalidate()

  if (!answer) {
    return (
      <Frame name={name} seenAs={seenAs} look="pale">
        <Waiting name={name} onRetry={retry}>
          <div className={styles.bones} aria-hidden="true">
            <Bone width="60%" height={20} />
            <Bone width="30%" height={16} />
          </div>
        </Waiting>
      </Frame>
    )
  }
  if ('value' in answer) {
    return (
      <Frame name={name} seenAs={seenAs}>
        {renewalFailure ? (
          <FailureMessage
            failure={renewalFailure}
            organization={organization}
            isRetrying={isRenewing}
            onRetry={retry}
          />
        ) : null}
        {children(answer.value)}
      </Frame>
    )
  }
  const picture = pictureOf(answer.failure)
  if (picture === 'not-shown' || picture === 'not-connected') return null
  if (picture === 'sign-in-needed' || picture === 'invited') {
    return (
      <Frame name={name} seenAs={seenAs} look="pale">
        <Message
          tone="key"
          actions={
            <SignInButton slug={slug} mail={seenAs} appearance="secondary">
              <Trans
                id="sign-in.title"
                message="Sign in at {name}"
                values={{ name: <bdi>{name}</bdi> }}
              />
            </SignInButton>
          }
        >
          <p>{signIn}</p>
        </Message>
      </Frame>
    )
  }
  return (
    <Frame name={name} seenAs={seenAs} look={picture === 'no-answer' ? 'pale' : 'grey'}>
      <FailureMessage
        failure={answer.failure}
        organization={organization}
        isRetrying={isRenewing}
        onRetry={retry}
      />
    </Frame>
  )
}

function Frame({
  name,
  seenAs,
  look = 'filled',
  children,
}: {
  name: string
  seenAs: string | undefined
  look?: 'filled' | 'pale' | 'grey'
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.head}>
        <Door name={name} size="small" look={look} />
        <div className={styles.words}>
          <h2 id={id} className={styles.heading}>
            <bdi>{name}</bdi>
          </h2>
          {seenAs ? (
            <p className={styles.seenAs}>
              <Trans
                id="place.seen-as"
                message="Seen with {mail}"
                values={{ mail: <bdi>{seenAs}</bdi> }}
              />
            </p>
          ) : null}
        </div>
      </div>
      {children}
    </section>
  )
}
