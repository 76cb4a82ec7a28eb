import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { Succession } from '@foyer/contracts/succession'
import { useLingui } from '@lingui/react'
import { Say } from '../../language/say.tsx'
import { AskedColleagues } from './asked-colleagues.tsx'
import styles from './guest.module.css'
import { tellCause, tellState } from './succession-words.ts'

/** Why somebody else is asked to vouch, in whose words, how far it has come, and who is asked. */
export function SuccessionState({
  succession,
  organization,
}: {
  succession: Succession
  organization: OrganizationLocation
}) {
  const { i18n } = useLingui()
  const { note, asked } = succession
  const state = tellState(succession, organization.name)
  return (
    <>
      <p className={styles.text}>
        <Say text={tellCause(i18n, succession)} />{' '}
        {note === undefined ? null : (
          <q>
            <bdi>{note}</bdi>
          </q>
        )}
      </p>
      {state ? (
        <p className={styles.text}>
          <Say text={state} />
        </p>
      ) : null}
      {succession.state === 'open' && asked.length > 0 ? <AskedColleagues asked={asked} /> : null}
    </>
  )
}
