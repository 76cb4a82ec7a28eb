import { Trans, useLingui } from '@lingui/react'
import type { Call } from '../call.ts'
import { LostCard } from './lost-card.tsx'
import { Notice } from './notice.tsx'

/** For whoever knows that they are invited, and has no link. */
export function LostPage({ call }: { call: Call }) {
  const { i18n } = useLingui()
  return (
    <Notice
      look="pale"
      inWindow={i18n._(/*i18n*/ { id: 'lost.window', message: 'Find an invitation' })}
      title={<Trans id="lost.title" message="Where is your invitation?" />}
      below={<LostCard call={call} />}
    >
      <p>
        <Trans
          id="lost.lead"
          message="The link in the mail opens it. Look among the unwanted mails too. If it is not there, have it sent once more: links from before stay good."
        />
      </p>
    </Notice>
  )
}
