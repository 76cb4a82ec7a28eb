import { Trans, useLingui } from '@lingui/react'
import { Card } from '../../ui/card.tsx'
import { RuleField, type Writing } from './rule-field.tsx'
import styles from './policy.module.css'

/** The rules, as sentences with blanks. An empty blank takes its rule out of force. */
export function RuleCards({ writing }: { writing: Writing }) {
  const { i18n } = useLingui()
  return (
    <>
      <Card heading={<Trans id="policy.stay" message="How long guests stay" />}>
        <p className={styles.sentence}>
          <Trans
            id="policy.access-days"
            message="A new guest may stay <0/> days."
            components={{
              0: (
                <RuleField
                  rule="accessDays"
                  label={i18n._(
                    /*i18n*/ {
                      id: 'policy.access-days.label',
                      message: 'Days a new guest may stay',
                    },
                  )}
                  writing={writing}
                />
              ),
            }}
          />
        </p>
        <p className={styles.sentence}>
          <Trans
            id="policy.extension"
            message="A sponsor may extend by at most <0/> days, up to <1/> in all."
            components={{
              0: (
                <RuleField
                  rule="longestExtensionDays"
                  label={i18n._(
                    /*i18n*/ {
                      id: 'policy.extension.label',
                      message: 'Days by which a sponsor may extend at most',
                    },
                  )}
                  writing={writing}
                />
              ),
              1: (
                <RuleField
                  rule="longestTotalDays"
                  label={i18n._(
                    /*i18n*/ {
                      id: 'policy.total.label',
                      message: 'Days a guest may stay in all',
                    },
                  )}
                  writing={writing}
                />
              ),
            }}
          />
        </p>
        <p className={styles.sentence}>
          <Trans
            id="policy.confirm"
            message="Every <0/> days a sponsor confirms that the guest is still needed."
            components={{
              0: (
                <RuleField
                  rule="confirmEveryDays"
                  label={i18n._(
                    /*i18n*/ {
                      id: 'policy.confirm.label',
                      message: 'Days after which a sponsor confirms a guest again',
                    },
                  )}
                  writing={writing}
                />
              ),
            }}
          />
        </p>
      </Card>
      <Card heading={<Trans id="policy.end" message="What happens at the end" />}>
        <p className={styles.sentence}>
          <Trans
            id="policy.reminders"
            message="Guest and sponsor are told <0/> days before."
            components={{
              0: (
                <RuleField
                  rule="reminderDays"
                  wide
                  label={i18n._(
                    /*i18n*/ {
                      id: 'policy.reminders.label',
                      message: 'How many days before the end people are told',
                    },
                  )}
                  writing={writing}
                />
              ),
            }}
          />
        </p>
        <p className={styles.sentence}>
          <Trans
            id="policy.redeem"
            message="An invitation that nobody accepts ends after <0/> days."
            components={{
              0: (
                <RuleField
                  rule="redeemWithinDays"
                  label={i18n._(
                    /*i18n*/ {
                      id: 'policy.redeem.label',
                      message: 'Days after which an invitation ends that nobody accepts',
                    },
                  )}
                  writing={writing}
                />
              ),
            }}
          />
        </p>
        <p className={styles.sentence}>
          <Trans
            id="policy.zone"
            message="A day is a day in <0/>."
            components={{
              0: (
                <RuleField
                  rule="timeZone"
                  wide
                  label={i18n._(/*i18n*/ { id: 'policy.zone.label', message: 'Time zone' })}
                  writing={writing}
                />
              ),
            }}
          />
        </p>
      </Card>
      <Card heading={<Trans id="policy.unused" message="What counts as unused" />}>
        <p className={styles.sentence}>
          <Trans
            id="policy.unused-days"
            message="A guest is asked about after <0/> days without any sign of use."
            components={{
              0: (
                <RuleField
                  rule="unusedAfterDays"
                  label={i18n._(
                    /*i18n*/ {
                      id: 'policy.unused-days.label',
                      message: 'Days without a sign of use',
                    },
                  )}
                  writing={writing}
                />
              ),
            }}
          />
        </p>
        <p className={styles.note}>
          <Trans
            id="policy.unused.note"
            message="Signs are sign-ins, visits to Foyer and a sponsor’s word. A date that is not known means unknown, and harms nobody."
          />
        </p>
      </Card>
      <Card heading={<Trans id="policy.sponsors" message="Who vouches" />}>
        <p className={styles.sentence}>
          <Trans
            id="policy.sponsors-least"
            message="At least <0/> of your people vouch for a guest; with fewer, the access ends after <1/> days."
            components={{
              0: (
                <RuleField
                  rule="sponsorsAtLeast"
                  label={i18n._(
                    /*i18n*/ {
                      id: 'policy.sponsors-least.label',
                      message: 'How many people vouch for a guest at least',
                    },
                  )}
                  writing={writing}
                />
              ),
              1: (
                <RuleField
                  rule="withoutSponsorDays"
                  label={i18n._(
                    /*i18n*/ {
                      id: 'policy.without-sponsor.label',
                      message: 'Days after which access ends for which too few vouch',
                    },
                  )}
                  writing={writing}
                />
              ),
            }}
          />
        </p>
        <p className={styles.note}>
          <Trans
            id="policy.empty"
            message="An empty field takes its rule out of force. Foyer reports and reminds; it blocks and removes nobody by these rules."
          />
        </p>
      </Card>
    </>
  )
}
