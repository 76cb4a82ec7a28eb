import { disownInvitation } from '@foyer/contracts/invitation-link'
import { Trans } from '@lingui/react'
import { Question } from '../ui/question.tsx'
import { Button } from './button.tsx'
import type { InvitationView } from './invitation-page.tsx'
import type { Offer } from './letter.tsx'
import { TroubleMessage } from './trouble-message.tsx'
import { useDeed } from './use-deed.ts'

/** Asks before the link is dead, since that ends the offer for whoever it is for. */
export function NotMeQuestion({
  token,
  invitation: { organization },
  offer,
  call,
  onChange,
  onClose,
}: InvitationView & { offer: Offer; onClose: () => void }) {
  const { act, isActing, failure } = useDeed(async () => {
    await onChange()
    onClose()
  })
  return (
    <Question
      isBusy={isActing}
      onCancel={onClose}
      title={<Trans id="not-me.title" message="Is this invitation not for you?" />}
      actions={
        <>
          <Button isWaiting={isActing} onClick={onClose}>
            <Trans id="not-me.back" message="Back" />
          </Button>
          <Button
            look="primary"
            isWaiting={isActing}
            onClick={() => act(async () => call(disownInvitation, { params: { token } }))}
          >
            {isActing ? (
              <Trans id="not-me.saying" message="Telling them …" />
            ) : (
              <Trans id="not-me.say" message="It is not for me" />
            )}
          </Button>
        </>
      }
    >
      <p>
        <Trans
          id="not-me.what"
          message="{inviter} learns that the mail reached the wrong person, and nothing else. The link then leads nowhere, for anybody."
          values={{ inviter: <bdi>{offer.invitedBy.name}</bdi> }}
        />
      </p>
      {failure ? (
        <TroubleMessage
          code={failure.code}
          requestId={failure.trace.requestId}
          organization={organization.name}
        />
      ) : null}
    </Question>
  )
}
