import { Button } from '@fluentui/react-components'
import { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off'
import type { DeparturePreview } from '@foyer/contracts/departure'
import { Trans } from '@lingui/react'
import { useRevalidator } from 'react-router'
import { Say } from '../../language/say.tsx'
import { Card } from '../../ui/card.tsx'
import styles from './departure.module.css'
import { describeUnseen } from './unseen-words.ts'

type Unseen = { readonly organization: string } & Pick<DeparturePreview, 'unseen'>

/** What else may end, which Foyer cannot see here. */
export function UnseenCard(unseen: Unseen) {
  return (
    <Card heading={<Trans id="unseen.title" message="What Foyer cannot see here" />}>
      <UnseenList {...unseen} />
    </Card>
  )
}

/** The same within a card about the organization. */
export function UnseenList({ organization, unseen }: Unseen) {
  const { state, revalidate } = useRevalidator()
  return (
    <>
      <p className={styles.text}>
        <Trans
          id="unseen.lead"
          message="When your access at {organization} ends, this can be touched too. Whether you have any of it, Foyer cannot tell."
          values={{ organization: <bdi>{organization}</bdi> }}
        />
      </p>
      <ul className={`${styles.list} ${styles.unseen}`}>
        {unseen.map((each) => (
          <li key={each}>
            <EyeOffRegular />
            <span>
              <Say text={describeUnseen(each, organization)} />
            </span>
          </li>
        ))}
      </ul>
      {unseen.includes('apps-unanswered') ? (
        <Button
          className={styles.lookAgain}
          disabledFocusable={state !== 'idle'}
          onClick={() => void revalidate()}
        >
          <Trans id="unseen.look-again" message="Ask for the apps again" />
        </Button>
      ) : null}
    </>
  )
}
