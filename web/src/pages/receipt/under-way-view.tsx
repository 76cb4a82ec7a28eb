import { Spinner } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { CircleRegular } from '@fluentui/react-icons/svg/circle'
import type { Receipt } from '@foyer/contracts/receipt'
import { Trans, useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import type { Failure } from '../../failure.ts'
import { formatMoment } from '../../language/dates.ts'
import { formatNames } from '../../language/names.ts'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { explain } from '../../problems.ts'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { ReceiptHead } from './receipt-head.tsx'
import styles from './receipt.module.css'
import { explainWait } from './receipt-words.ts'

/** A leaving that goes on: what is done, what it waits for, and what comes then. */
export function UnderWayView({
  receipt,
  renewalFailure,
}: {
  receipt: Receipt
  /** Why the last reading failed, where what is shown is from one before it. */
  renewalFailure: Failure | undefined
}) {
  const { i18n } = useLingui()
  const { organization, guest, group, askedAt, told } = receipt
  const wait = explainWait(receipt)
  const names = guest.mail ? [...told, guest.mail] : told
  return (
    <div className={styles.page}>
      <ReceiptHead receipt={receipt} look="pale">
        <p className={styles.lead}>
          <Trans
            id="receipt.under-way.lead"
            message="You can close this page. It goes on by itself, and this address tells how it ends."
          />
        </p>
      </ReceiptHead>
      <Card heading={<Trans id="receipt.under-way.title" message="How it goes" />}>
        <ol className={styles.steps}>
          <Step
            icon={<CheckmarkCircleFilled />}
            name={<Trans id="receipt.step.asked" message="You asked to leave" />}
          >
            {formatMoment(i18n, askedAt)}
          </Step>
          <Step icon={<Spinner size="tiny" />} name={<StepOfDirectory receipt={receipt} />}>
            {wait ? (
              <>
                <Say text={wait} />{' '}
                <Trans id="receipt.step.again" message="It is tried again by itself." />
              </>
            ) : (
              <Trans id="receipt.step.now" message="It is being asked." />
            )}
          </Step>
          {names.length > 0 ? (
            <Step
              icon={<CircleRegular />}
              name={
                <Trans
                  id="receipt.step.told"
                  message="A mail goes to {names}"
                  values={{ names: <bdi>{formatNames(i18n, names)}</bdi> }}
                />
              }
            >
              <Trans id="receipt.step.waiting" message="Waiting" />
            </Step>
          ) : null}
        </ol>
        {renewalFailure ? (
          <p className={styles.small}>
            <Say
              text={explain(renewalFailure.code, { organization: organization.name }).sentence}
            />{' '}
            <Trans
              id="receipt.renewal"
              message="This page asks again by itself, and what you asked for goes on meanwhile."
            />
          </p>
        ) : null}
      </Card>
      <div className={styles.acts}>
        <LinkButton to={group === undefined ? paths.home : paths.organization(organization.slug)}>
          {group === undefined ? (
            <Trans id="not-found.home" message="Back to my organizations" />
          ) : (
            <Trans
              id="departure.back"
              message="Back to {name}"
              values={{ name: <bdi>{organization.name}</bdi> }}
            />
          )}
        </LinkButton>
      </div>
    </div>
  )
}

function StepOfDirectory({ receipt: { organization, group } }: { receipt: Receipt }) {
  const name = <bdi>{organization.name}</bdi>
  return group === undefined ? (
    <Trans
      id="receipt.step.organization"
      message="The directory of {name} ends your account"
      values={{ name }}
    />
  ) : (
    <Trans
      id="receipt.step.group"
      message="The directory of {name} takes you out of {group}"
      values={{ name, group: <bdi>{group}</bdi> }}
    />
  )
}

function Step({ icon, name, children }: { icon: ReactNode; name: ReactNode; children: ReactNode }) {
  return (
    <li className={styles.step}>
      <span className={styles.mark} aria-hidden="true">
        {icon}
      </span>
      <div>
        <strong>{name}</strong>
        <p className={styles.small}>{children}</p>
      </div>
    </li>
  )
}
