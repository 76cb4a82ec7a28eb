import type { KnownPerson } from '@foyer/contracts/invitation-check'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { formatDay } from '../../language/dates.ts'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { Message } from '../../ui/message.tsx'

/** Who has the address, as far as the caller may know, and the way to them. */
export function KnownPersonNote({
  organization,
  known: { kind, guestId, name, restorableUntil, restorableBy },
}: {
  organization: OrganizationLocation
  known: KnownPerson
}) {
  const { i18n } = useLingui()
  const values = {
    name: <bdi>{name}</bdi>,
    organization: <bdi>{organization.name}</bdi>,
    day: restorableUntil === undefined ? '' : formatDay(i18n, restorableUntil),
  }
  const isGuest = kind === 'guest' || kind === 'invited-guest'
  return (
    <Message
      tone="waiting"
      actions={
        isGuest && guestId !== undefined ? (
          <LinkButton to={paths.guest(organization.slug, guestId)}>
            <Trans id="invite.known.open" message="Open {name}" values={values} />
          </LinkButton>
        ) : restorableBy === 'caller' ? (
          <LinkButton to={paths.leftGuests(organization.slug)}>
            <Trans id="invite.known.left" message="Guests who left" />
          </LinkButton>
        ) : undefined
      }
    >
      <p>
        {kind === 'member' ? (
          <Trans
            id="invite.known.member"
            message="A member of {organization} has this address, and needs no invitation."
            values={values}
          />
        ) : kind === 'removed-guest' ? (
          restorableUntil === undefined ? (
            <Trans
              id="invite.known.removed"
              message="A guest of {organization} had this address and was removed. An administrator can restore them."
              values={values}
            />
          ) : restorableBy === 'caller' ? (
            <Trans
              id="invite.known.left.until"
              message="A guest of {organization} had this address and left by themselves. Until {day} they can be brought back with their groups: they ask for it at the address of their receipt, and you say yes."
              values={values}
            />
          ) : (
            <Trans
              id="invite.known.removed.until"
              message="A guest of {organization} had this address and was removed. Until {day} an administrator can restore them with their groups: in Microsoft’s Entra admin center, at Users, Deleted users."
              values={values}
            />
          )
        ) : name === undefined ? (
          <Trans
            id="invite.known.guest.unnamed"
            message="A guest of {organization} has this address. Whoever vouches for them can extend their access."
            values={values}
          />
        ) : kind === 'invited-guest' ? (
          <Trans
            id="invite.known.invited"
            message="{name} is a guest of {organization} already, and has not accepted Microsoft’s invitation."
            values={values}
          />
        ) : (
          <Trans
            id="invite.known.guest"
            message="{name} is a guest of {organization} already, and needs no invitation."
            values={values}
          />
        )}
      </p>
    </Message>
  )
}
