import { Trans } from '@lingui/react'
import styles from './exit.module.css'

/** What becomes of the request, before anybody makes it. */
export function WhatThen({ name }: { name: string }) {
  const shownName = <bdi>{name}</bdi>
  return (
    <section className={styles.quiet} aria-labelledby="what-then">
      <h2 id="what-then" className={styles.stepTitle}>
        <Trans id="exit.then.title" message="What happens then" />
      </h2>
      <ol className={styles.list}>
        <li>
          <span>
            <Trans
              id="exit.then.status"
              message="You get an address that tells how it goes, and by when {name} has to answer."
              values={{ name: shownName }}
            />
          </span>
        </li>
        <li>
          <span>
            <Trans
              id="exit.then.told"
              message="Every address of the account is told. If it may have been used lately, its owner has time to object, in case it was not you who asked."
            />
          </span>
        </li>
        <li>
          <span>
            <Trans
              id="exit.then.answer"
              message="{name} ends your access, or tells you why not."
              values={{ name: shownName }}
            />
          </span>
        </li>
      </ol>
    </section>
  )
}
