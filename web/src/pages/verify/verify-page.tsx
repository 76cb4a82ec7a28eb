import { Trans, useLingui } from '@lingui/react'
import { useEffect, useEffectEvent } from 'react'
import { useFetcher, useLocation } from 'react-router'
import { paths } from '../../paths.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { CheckFailure } from './check-failure.tsx'
import { VerdictView } from './verdict-view.tsx'
import { textField, type verifyAction } from './verify.ts'
import styles from './verify.module.css'
import { VerifyForm } from './verify-form.tsx'

/** Where anybody, without a sign-in, sees whether this Foyer has signed a receipt, and what it says. */
export function VerifyPage() {
  const { i18n } = useLingui()
  const { hash } = useLocation()
  const checking = useFetcher<typeof verifyAction>()
  const { data: checked } = checking
  const isChecking = checking.state !== 'idle'
  const check = (text: string) =>
    void checking.submit({ [textField]: text }, { method: 'post', action: paths.verifyReceipt() })

  // What a link brings along. Other fragments lead to places of the page.
  const linked = hash.startsWith('#eyJ') ? hash.slice(1) : ''
  const checkLinked = useEffectEvent(() => check(linked))
  useEffect(() => {
    if (linked !== '') checkLinked()
  }, [linked])

  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <PageTitle
          inWindow={i18n._(/*i18n*/ { id: 'verify.window', message: 'Check a receipt' })}
          size="slip"
        >
          <Trans id="verify.title" message="Is this receipt from here?" />
        </PageTitle>
        <p className={styles.lead}>
          <Trans
            id="verify.lead"
            message="Whoever leaves an organization here gets a signed receipt. If somebody shows you one, you see here whether it is good. It is checked in this browser, and sent nowhere."
          />
        </p>
      </div>
      {checked && !isChecking ? (
        'value' in checked.answer ? (
          <VerdictView verdict={checked.answer.value} />
        ) : (
          <CheckFailure failure={checked.answer.failure} onRetry={() => check(checked.text)} />
        )
      ) : null}
      <VerifyForm
        key={linked}
        given={linked}
        isAnswered={checked !== undefined}
        isChecking={isChecking}
        onCheck={check}
      />
    </div>
  )
}
