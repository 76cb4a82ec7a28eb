import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { MessageDescriptor } from '@lingui/core'
import { type ReactNode, useEffect } from 'react'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { Announce } from '../../ui/announce.tsx'
import { BackLink } from '../../ui/back-link.tsx'
import { EmptyPage } from '../../ui/empty-page.tsx'
import { Message } from '../../ui/message.tsx'
import { focusHeading, PageTitle } from '../../ui/page-title.tsx'
import styles from './answers.module.css'

/** A page on which somebody of an organization decides about its guests, one entry for each. */
export function AnswersPage({
  organization,
  inWindow,
  title,
  lead,
  act,
  done,
  empty,
  entries,
}: {
  organization: OrganizationLocation
  inWindow: string
  title: ReactNode
  lead: ReactNode
  /** What can be begun here, besides answering. */
  act?: ReactNode
  /** What the last answer did. */
  done: MessageDescriptor | undefined
  /** Stands where there are no entries. */
  empty: { readonly title: ReactNode; readonly text: ReactNode }
  entries: readonly { readonly key: string; readonly card: ReactNode }[]
}) {
  const isDone = done !== undefined
  // The buttons that had the focus are gone.
  useEffect(() => {
    if (isDone) focusHeading()
  }, [isDone])
  return (
    <div className={styles.page}>
      {done ? (
        <Announce>
          <div className={styles.status}>
            <Message tone="done">
              <p>
                <Say text={done} />
              </p>
            </Message>
          </div>
        </Announce>
      ) : null}
      <BackLink to={paths.organization(organization.slug)}>
        <bdi>{organization.name}</bdi>
      </BackLink>
      <PageTitle inWindow={inWindow}>{title}</PageTitle>
      <p className={styles.lead}>{lead}</p>
      {act}
      {entries.length === 0 ? (
        <EmptyPage {...empty} />
      ) : (
        <ul className={styles.list}>
          {entries.map(({ key, card }) => (
            <li key={key}>{card}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
