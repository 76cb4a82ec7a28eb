import { Trans, useLingui } from '@lingui/react'
import { ButtonLink } from './button.tsx'
import type { InvitationView } from './invitation-page.tsx'
import { Notice, NoticeActs } from './notice.tsx'

/** Whoever has accepted is a guest, and goes on in the organization's place of the portal. */
export function GuestView({ invitation: { organization, state } }: InvitationView) {
  const { i18n } = useLingui()
  const { name, slug } = organization
  const values = { name: <bdi>{name}</bdi> }
  return (
    <Notice
      organization={name}
      look="filled"
      inWindow={i18n._(
        /*i18n*/ { id: 'guest.window', message: 'You are a guest of {name}', values: { name } },
      )}
      title={<Trans id="guest.title" message="You are a guest of {name}" values={values} />}
    >
      <p>
        {state === 'held' ? (
          <Trans
            id="guest.held"
            message="This invitation was accepted with another kind of account than was expected. Whoever invited you looks at that first; until then you are in no group."
          />
        ) : (
          <Trans
            id="guest.text"
            message="This invitation has done its work. Use the account with which you accepted it: at {name} you see what you can reach, until when, and who vouches for you."
            values={values}
          />
        )}
      </p>
      <NoticeActs>
        <ButtonLink look="primary" href={`/o/${slug}`}>
          <Trans id="guest.go" message="Go on to {name}" values={values} />
        </ButtonLink>
      </NoticeActs>
    </Notice>
  )
}
