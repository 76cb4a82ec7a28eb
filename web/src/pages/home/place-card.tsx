import { LockClosedFilled } from '@fluentui/react-icons/svg/lock-closed'
import { MailFilled } from '@fluentui/react-icons/svg/mail'
import type { GuestCount } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { MyAccess } from '@foyer/contracts/stay'
import { Trans } from '@lingui/react'
import { paths } from '../../paths.ts'
import type { Picture } from '../../places/picture.ts'
import type { Sight } from '../../places/sight.ts'
import { SignInButton } from '../../ui/sign-in-button.tsx'
import { ExitLink } from './exit-link.tsx'
import { ForgetButton } from './forget-button.tsx'
import { HereCard } from './here-card.tsx'
import { NoAnswerCard } from './no-answer-card.tsx'
import { PicturePill } from './picture-pill.tsx'
import { PlaceFrame } from './place-frame.tsx'
import { PlaceSkeleton } from './place-skeleton.tsx'
import { UnconnectedCard } from './unconnected-card.tsx'

export interface PlaceCardProps {
  readonly organization: OrganizationLocation
  /** Undefined while the organization has not answered. */
  readonly sight: Sight | undefined
  /** Until when one has access there, once that is known. */
  readonly access: MyAccess | undefined
  /** How many one vouches for there, once that is known. */
  readonly guests: GuestCount | undefined
  /** The address of the account it is asked with, where it is one. */
  readonly mail: string | undefined
  /** Where its page is. */
  readonly to: string
  readonly nextTryAt: Date | undefined
  readonly onRetry: () => void
}

/** The card of an organization, as what it answered chooses. */
export function PlaceCard(props: PlaceCardProps) {
  const { organization, sight, access, guests, mail, to, nextTryAt, onRetry } = props
  const { name } = organization
  if (!sight) return <PlaceSkeleton name={name} seenAs={mail} />
  switch (sight.picture) {
    case 'here':
      return (
        <HereCard
          organization={organization}
          me={sight.me}
          groups={sight.groups}
          access={access}
          guests={guests}
          seenAs={mail}
          to={to}
        />
      )
    case 'not-connected':
      return <UnconnectedCard tenantId={organization.organizationId} name={name} seenAs={mail} />
    case 'no-answer':
      return (
        <NoAnswerCard
          name={name}
          seenAs={mail}
          failure={sight.failure}
          nextTryAt={nextTryAt}
          onRetry={onRetry}
        />
      )
    case 'invited':
    case 'sign-in-needed':
      return <SignInCard {...props} picture={sight.picture} />
    case 'blocked':
    case 'ended':
      return <ShutCard {...props} picture={sight.picture} />
    case 'not-shown':
      return null
  }
}

/** An organization that wants to see the person on Microsoft's page. */
function SignInCard({
  organization: { organizationId, slug, name },
  mail,
  picture,
}: PlaceCardProps & { picture: 'invited' | 'sign-in-needed' }) {
  const isInvited = picture === 'invited'
  const shownName = <bdi>{name}</bdi>
  return (
    <PlaceFrame
      name={name}
      seenAs={mail}
      look={isInvited ? 'blue' : 'pale'}
      badge={isInvited ? <MailFilled /> : undefined}
      pill={<PicturePill picture={picture} />}
      sentence={
        isInvited ? (
          <Trans
            id="place.invited"
            message="{name} has invited you, and you have not answered yet. If you sign in there, Microsoft asks whether you accept."
            values={{ name: shownName }}
          />
        ) : (
          <Trans
            id="place.sign-in-needed"
            message="{name} wants to see you in person: sign in there once more to show what you have."
            values={{ name: shownName }}
          />
        )
      }
      facts={isInvited ? <ExitLink slug={slug} name={name} /> : null}
      foot={
        <>
          <SignInButton slug={slug} mail={mail} appearance="secondary">
            <Trans id="sign-in.title" message="Sign in at {name}" values={{ name: shownName }} />
          </SignInButton>
          {isInvited ? null : <ForgetButton organizationId={organizationId} name={name} />}
        </>
      }
    />
  )
}

/** An organization that does not let this account in any more. */
function ShutCard({
  organization: { organizationId, slug, name },
  mail,
  picture,
}: PlaceCardProps & { picture: Extract<Picture, 'blocked' | 'ended'> }) {
  const isBlocked = picture === 'blocked'
  const shownName = <bdi>{name}</bdi>
  return (
    <PlaceFrame
      name={name}
      seenAs={mail}
      look="grey"
      badge={isBlocked ? <LockClosedFilled /> : undefined}
      pill={<PicturePill picture={picture} />}
      sentence={
        isBlocked ? (
          <Trans
            id="place.blocked"
            message="{name} has switched off your sign-in there. Only {name} can change that: ask the person who invited you, or its privacy contact to remove you."
            values={{ name: shownName }}
          />
        ) : (
          <Trans
            id="place.ended"
            message="{name} does not know this account any more. Were you invited with another, use that one."
            values={{ name: shownName }}
          />
        )
      }
      facts={isBlocked ? <ExitLink slug={slug} name={name} /> : null}
      foot={
        <>
          <SignInButton
            slug={slug}
            intent="another-account"
            returnTo={paths.home}
            appearance="secondary"
          >
            <Trans id="remedy.another-account" message="Use another account" />
          </SignInButton>
          <ForgetButton organizationId={organizationId} name={name} />
        </>
      }
    />
  )
}
