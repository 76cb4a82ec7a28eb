import type { Receipt } from '@foyer/contracts/receipt'
import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Say } from '../../language/say.tsx'
import { Announce } from '../../ui/announce.tsx'
import { Door } from '../../ui/door.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import styles from './receipt.module.css'
import { titleOf } from './receipt-title.ts'
import { explainWait } from './receipt-words.ts'

/** What has become of a leaving, in one sentence, which is also told when it changes. */
export function ReceiptHead({
  receipt,
  look,
  children,
}: {
  receipt: Receipt
  look: 'filled' | 'pale' | 'grey'
  children: ReactNode
}) {
  const { i18n } = useLingui()
  const title = titleOf(receipt)
  const wait = receipt.state === 'under-way' ? explainWait(receipt) : undefined
  return (
    <header className={styles.head}>
      <Announce>
        <p className="foyer-hidden">
          <Say text={title} />
          {wait ? (
            <>
              {'. '}
              <Say text={wait} />
            </>
          ) : null}
        </p>
      </Announce>
      <Door name={receipt.organization.name} size="large" look={look} />
      <div className={styles.title}>
        <PageTitle inWindow={i18n._(title)} size="slip">
          <Say text={title} />
        </PageTitle>
        {children}
      </div>
    </header>
  )
}
