import { ShieldCheckmarkFilled } from '@fluentui/react-icons/svg/shield-checkmark'
import { ShieldDismissFilled } from '@fluentui/react-icons/svg/shield-dismiss'
import { ShieldErrorRegular } from '@fluentui/react-icons/svg/shield-error'
import { Trans } from '@lingui/react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Say } from '../../language/say.tsx'
import { Code } from '../../ui/code.tsx'
import type { Verdict } from './check-receipt.ts'
import { StatementFacts } from './statement-facts.tsx'
import { explainDoubt } from './verdict-words.ts'
import styles from './verify.module.css'

/** Whether the receipt is good, and what it says; or why it does not count. */
export function VerdictView({ verdict }: { verdict: Verdict }) {
  if ('statement' in verdict) {
    const { organization } = verdict.statement
    return (
      <Slip
        tone="good"
        icon={<ShieldCheckmarkFilled />}
        heading={<Trans id="verify.good" message="Signed here, and not altered since" />}
        sentence={
          <Trans
            id="verify.good.by"
            message="The Foyer at {host} has signed what stands below."
            values={{ host: <Code>{window.location.host}</Code> }}
          />
        }
      >
        <div className={styles.facts}>
          <StatementFacts statement={verdict.statement} />
        </div>
        <p className={styles.note}>
          <Trans
            id="verify.since"
            message="This was so when it was signed. What has changed since, only {organization} can tell."
            values={{ organization: <bdi>{organization.name}</bdi> }}
          />
        </p>
      </Slip>
    )
  }
  const { sentence, next } = explainDoubt(verdict.doubt, verdict.issuer)
  const isUnknown = verdict.doubt === 'browser-cannot'
  return (
    <Slip
      tone={isUnknown ? 'unknown' : 'bad'}
      icon={isUnknown ? <ShieldErrorRegular /> : <ShieldDismissFilled />}
      heading={<Say text={sentence} />}
      sentence={<Say text={next} />}
    />
  )
}

function Slip({
  tone,
  icon,
  heading,
  sentence,
  children,
}: {
  tone: 'good' | 'bad' | 'unknown'
  icon: ReactNode
  heading: ReactNode
  sentence: ReactNode
  children?: ReactNode
}) {
  const id = useId()
  const title = useRef<HTMLHeadingElement>(null)
  // It stands above the field, where whoever has pressed the button does not look.
  useEffect(() => title.current?.focus(), [])
  return (
    <section className={styles.slip} aria-labelledby={id}>
      <div className={styles.verdict}>
        <span className={`${styles.mark} ${styles[tone]}`} aria-hidden="true">
          {icon}
        </span>
        <div>
          <h2 ref={title} id={id} tabIndex={-1} className={styles.heading}>
            {heading}
          </h2>
          <p className={styles.sentence}>{sentence}</p>
        </div>
      </div>
      {children}
    </section>
  )
}
