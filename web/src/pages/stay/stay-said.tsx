import type { Me } from '@foyer/contracts/me'
import { Trans, useLingui } from '@lingui/react'
import { useEffect } from 'react'
import { formatCalendarDay, formatDay } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { Announce } from '../../ui/announce.tsx'
import { Message } from '../../ui/message.tsx'
import { focusHeading } from '../../ui/page-title.tsx'
import page from '../organization/organization.module.css'
import type { Stay } from './use-stay.ts'
import { tellWaiting } from './whom-to-ask.ts'

/** Tells that a request was sent, or taken back. */
export function StaySaid({ me, stay: { access, outcome } }: { me: Me; stay: Stay }) {
  const { i18n } = useLingui()
  const said = outcome && !outcome.failure ? outcome.act.what : undefined
  useEffect(() => {
    // The button that had the focus is gone.
    if (said === 'withdraw') focusHeading()
  }, [said])
  if (said === 'withdraw') {
    return (
      <Announce>
        <div className={page.status}>
          <Message tone="done">
            <p>
              <Trans
                id="stay.taken-back"
                message="You took your request back. Nobody decides about it any more."
              />
            </p>
          </Message>
        </div>
      </Announce>
    )
  }
  const request = access?.request
  if (said !== 'ask' || request?.state !== 'open') return null
  return (
    <Announce>
      <p className="foyer-hidden">
        <Say
          text={tellWaiting(i18n, me, {
            askedDay: formatDay(i18n, request.askedAt),
            day: formatCalendarDay(i18n, request.until),
          })}
        />
      </p>
    </Announce>
  )
}
