import { Input } from '@fluentui/react-components'
import type { Policy } from '@foyer/contracts/policy'
import { Trans, useLingui } from '@lingui/react'
import { boundsOf, type Draft } from './draft.ts'
import styles from './policy.module.css'

/** What the fields of the sentences share. */
export interface Writing {
  readonly draft: Draft
  /** As it is in force. */
  readonly before: Draft
  readonly wrong: readonly (keyof Policy)[]
  readonly onType: (rule: keyof Policy, text: string) => void
}

/** A field in a sentence: what was changed is blue, with what it was beside it. */
export function RuleField({
  rule,
  label,
  wide = false,
  writing: { draft, before, wrong, onType },
}: {
  rule: keyof Policy
  /** Of the field by itself, for whoever hears it. */
  label: string
  wide?: boolean
  writing: Writing
}) {
  const { i18n } = useLingui()
  const isWrong = wrong.includes(rule)
  const isChanged = draft[rule].trim() !== before[rule]
  const off = i18n._(/*i18n*/ { id: 'policy.off', message: 'off' })
  return (
    <span className={styles.blank}>
      <Input
        className={`${styles.field} ${wide ? styles.wide : ''} ${isChanged ? styles.changed : ''}`}
        aria-label={label}
        aria-invalid={isWrong}
        value={draft[rule]}
        inputMode={wide ? 'text' : 'numeric'}
        placeholder={off}
        autoComplete="off"
        onChange={(_, { value }) => onType(rule, value)}
      />
      {isWrong ? (
        <span className={styles.wrong} role="alert">
          <Bounds rule={rule} />
        </span>
      ) : isChanged ? (
        <span className={styles.was}>
          <Trans
            id="policy.was"
            message="Was {before}"
            values={{ before: before[rule] === '' ? off : before[rule] }}
          />
        </span>
      ) : null}
    </span>
  )
}

function Bounds({ rule }: { rule: keyof Policy }) {
  if (rule === 'timeZone') {
    return <Trans id="policy.wrong.zone" message="Type a place, as Europe/Berlin" />
  }
  if (rule === 'reminderDays') {
    return <Trans id="policy.wrong.reminders" message="Days from 1 to 365, at most ten of them" />
  }
  const { least, most } = boundsOf(rule)
  return <Trans id="policy.wrong.days" message="From {least} to {most}" values={{ least, most }} />
}
