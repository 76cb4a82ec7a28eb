import { Button } from '@fluentui/react-components'
import { Trans } from '@lingui/react'
import { Form, Link, useLocation } from 'react-router'
import { paths } from '../paths.ts'
import type { Attempt } from '../session/attempt.ts'
import { useLeaveUrl } from '../session/session-provider.tsx'
import { Message } from './message.tsx'
import { OutsideWords } from './outside-words.tsx'
import { SignInButton } from './sign-in-button.tsx'
import styles from './stopped-message.module.css'

/** Asks whoever came back without an answer, because Microsoft's error pages do not lead back. */
export function StoppedMessage({
  attempt: {
    organization: { organizationId, slug, name },
    foreignCode,
  },
}: {
  attempt: Attempt
}) {
  const { pathname, search } = useLocation()
  const leaveUrl = useLeaveUrl(organizationId)
  return (
    <div className={styles.place}>
      <Message
        tone="warning"
        actions={
          <>
            <SignInButton slug={slug} intent="another-account" appearance="secondary">
              <Trans id="stopped.another-account" message="Try another account" />
            </SignInButton>
            <Form method="post" action={paths.signIn}>
              <input type="hidden" name="returnTo" value={pathname + search} />
              <Button type="submit" name="intent" value="forget-attempt" appearance="subtle">
                <Trans id="stopped.forget" message="No, I came back myself" />
              </Button>
            </Form>
          </>
        }
        aside={
          foreignCode ? (
            <Trans
              id="stopped.help-desk"
              message="For a help desk: {code}"
              values={{ code: <bdi dir="ltr">{foreignCode}</bdi> }}
            />
          ) : undefined
        }
      >
        <p>
          <strong>
            <Trans
              id="stopped.question"
              message="Did Microsoft stop you at {name}?"
              values={{ name: <bdi>{name}</bdi> }}
            />
          </strong>{' '}
          <Trans
            id="stopped.reason"
            message="Most often the account was another one than the one that was invited. <0>What its messages mean</0>."
            components={{ 0: <Link to={paths.signInHelpAt(slug, foreignCode)} /> }}
          />{' '}
          <Trans
            id="stopped.way-out"
            message="To leave {name} without getting in: <0>Microsoft’s own page</0>, or <1>ask {name}</1> to end your access."
            values={{ name: <bdi>{name}</bdi> }}
            components={{ 0: <OutsideWords href={leaveUrl} />, 1: <Link to={paths.exit(slug)} /> }}
          />
        </p>
      </Message>
    </div>
  )
}
