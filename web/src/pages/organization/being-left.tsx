import { ClockRegular } from '@fluentui/react-icons/svg/clock'
import { Trans } from '@lingui/react'
import { Link } from 'react-router'
import { Say } from '../../language/say.tsx'
import { Announce } from '../../ui/announce.tsx'
import { Message } from '../../ui/message.tsx'
import { explainWait } from '../receipt/receipt-words.ts'
import type { GroupLeaving } from './group-leaving.ts'
import styles from './groups-card.module.css'
import page from './organization.module.css'

/** Beside a group that is being left: what it waits for, in place of the way out. */
export function BeingLeft({
  leaving,
  name,
}: {
  /** Undefined until it is accepted. */
  leaving: GroupLeaving | undefined
  name: string
}) {
  return (
    <p className={styles.lock}>
      <ClockRegular />
      <span>
        <Trans id="being-left" message="Being left …" />{' '}
        {leaving ? (
          <>
            <Wait leaving={leaving} />{' '}
            <Link to={leaving.address}>
              <Trans
                id="being-left.more"
                message="How leaving {name} goes"
                values={{ name: <bdi>{name}</bdi> }}
              />
            </Link>
          </>
        ) : null}
      </span>
    </p>
  )
}

/** Tells whoever has just asked to leave a group that it takes longer than a click. */
export function BeingLeftMessage({ leaving, name }: { leaving: GroupLeaving; name: string }) {
  return (
    <Announce>
      <div className={page.status}>
        <Message tone="waiting">
          <p>
            <Trans
              id="being-left.message"
              message="Leaving {name} takes longer than usual, and goes on by itself."
              values={{ name: <bdi>{name}</bdi> }}
            />{' '}
            <Wait leaving={leaving} />
          </p>
        </Message>
      </div>
    </Announce>
  )
}

function Wait({ leaving: { receipt } }: { leaving: GroupLeaving }) {
  const wait = receipt && explainWait(receipt)
  return wait ? <Say text={wait} /> : null
}
