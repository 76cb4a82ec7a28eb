import type { DeparturePreview } from '@foyer/contracts/departure'
import type { Me } from '@foyer/contracts/me'
import type { MessageDescriptor } from '@lingui/core'
import { explainDepartureRefusal } from '../../departure-refusals.ts'
import { Say } from '../../language/say.tsx'
import { Card } from '../../ui/card.tsx'
import styles from './departure.module.css'
import { OtherWays } from './other-ways.tsx'

interface Refused {
  readonly me: Me
  readonly preview: DeparturePreview
}

/** Why Foyer does not end this access, and what the person can do instead. */
export function RefusalCard(refused: Refused) {
  return (
    <Card heading={<Say text={sentenceOf(refused)} />}>
      <Remaining {...refused} />
    </Card>
  )
}

/** The same within a card about the organization. */
export function Refusal(refused: Refused) {
  return (
    <div className={styles.refusal}>
      <p>
        <Say text={sentenceOf(refused)} />
      </p>
      <Remaining {...refused} />
    </div>
  )
}

function Remaining({ me, preview }: Refused) {
  return (
    <>
      <p className={styles.text}>
        <Say text={wordsOf({ me, preview }).next} />
      </p>
      <OtherWays
        me={me}
        microsoftLeaveUrl={preview.microsoftLeaveUrl}
        asking={preview.mayNotBecause === 'not-a-guest' ? undefined : 'primary'}
      />
    </>
  )
}

function sentenceOf(refused: Refused): MessageDescriptor {
  return wordsOf(refused).sentence
}

function wordsOf({ me, preview: { mayNotBecause = 'protected' } }: Refused) {
  return explainDepartureRefusal(mayNotBecause, me.organization.name)
}
