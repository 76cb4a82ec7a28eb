import type { DeparturePreview } from '@foyer/contracts/departure'
import type { Me } from '@foyer/contracts/me'
import { explainDepartureRefusal } from '../../departure-refusals.ts'
import { Say } from '../../language/say.tsx'
import { Card } from '../../ui/card.tsx'
import styles from './departure.module.css'
import { OtherWays } from './other-ways.tsx'

/** Why Foyer does not end this access, and what the person can do instead. */
export function RefusalCard({ me, preview }: { me: Me; preview: DeparturePreview }) {
  const { mayNotBecause = 'protected', microsoftLeaveUrl } = preview
  const { sentence, next } = explainDepartureRefusal(mayNotBecause, me.organization.name)
  return (
    <Card heading={<Say text={sentence} />}>
      <p className={styles.text}>
        <Say text={next} />
      </p>
      <OtherWays
        me={me}
        microsoftLeaveUrl={microsoftLeaveUrl}
        asking={mayNotBecause === 'not-a-guest' ? undefined : 'primary'}
      />
    </Card>
  )
}
