import type { Memberships } from '@foyer/contracts/me'
import { Trans } from '@lingui/react'
import type { Answer } from '../../failure.ts'
import { Link } from 'react-router'
import { Announce } from '../../ui/announce.tsx'
import { Message } from '../../ui/message.tsx'
import styles from './organization.module.css'

/** Tells that a group was left, and what is left. */
export function LeftMessage({
  name,
  address,
  answer,
}: {
  name: string
  /** Of the receipt; absent where there was nothing left to leave. */
  address: string | undefined
  answer: Answer<Memberships> | undefined
}) {
  return (
    <Announce>
      <div className={styles.status}>
        <Message tone="done">
          <p>
            <Trans
              id="left.done"
              message="You left the group {name}."
              values={{ name: <bdi>{name}</bdi> }}
            />{' '}
            {answer && 'value' in answer ? (
              <Trans
                id="left.others"
                message="{count, plural, =0 {You are in no other group here.} one {You are still in one other.} other {You are still in # others.}}"
                values={{ count: answer.value.count }}
              />
            ) : null}{' '}
            {address ? (
              <Link to={address}>
                <Trans id="left.receipt" message="See the receipt" />
              </Link>
            ) : null}
          </p>
        </Message>
      </div>
    </Announce>
  )
}
