import { Button } from '@fluentui/react-components'
import type { GuestDetail } from '@foyer/contracts/guest'
import type { Move } from '@foyer/contracts/move'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import type { Failure } from '../../failure.ts'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { DecisionFailure } from './decision-failure.tsx'
import styles from './guest.module.css'
import { tellMove } from './move-words.ts'

/** Whether another account is taking the place of this one. */
function isUnderWay({ state }: Move): boolean {
  return state === 'open' || state === 'redeemed'
}

/** That a guest has another address now, how far that is, and how it begins. */
export function MoveCard({
  organization,
  guest: { guestId, name, mail, isEnabled, endOwner, move, cameBy },
  isActing,
  failure,
  onStop,
}: {
  organization: OrganizationLocation
  guest: GuestDetail
  isActing: boolean
  failure: Failure | undefined
  onStop: () => void
}) {
  const { i18n } = useLingui()
  const { slug } = organization
  const canBegin =
    !(move && (isUnderWay(move) || move.state === 'ended')) &&
    // Who has just come by a move does not go on by another one.
    !(cameBy && (isUnderWay(cameBy) || cameBy.state === 'stopped')) &&
    isEnabled &&
    mail !== undefined &&
    endOwner === 'foyer'
  if (!move && !canBegin) return null
  return (
    <Card heading={<Trans id="guest.move" message="Another address?" />}>
      {move ? (
        <p className={styles.text}>
          <Say text={tellMove(i18n, move)} />
        </p>
      ) : null}
      {canBegin ? (
        <p className={styles.text}>
          <Trans
            id="guest.move.text"
            message="If {name} has changed their address, invite the new one in the place of this account. You say then which groups follow; this account is told at once, can stop it, and is blocked after 14 days."
            values={{ name: <bdi>{name}</bdi> }}
          />
        </p>
      ) : null}
      {failure ? (
        <div className={styles.failure}>
          <DecisionFailure
            organization={organization}
            failure={failure}
            isActing={isActing}
            onRetry={onStop}
          />
        </div>
      ) : null}
      <div className={styles.acts}>
        {canBegin ? (
          <LinkButton to={paths.inviteInPlaceOf(slug, guestId)}>
            <Trans id="guest.move.open" message="Invite the new address …" />
          </LinkButton>
        ) : null}
        {move?.toGuestId === undefined ? null : (
          <LinkButton to={paths.guest(slug, move.toGuestId)}>
            <Trans id="guest.move.new" message="Open the new account" />
          </LinkButton>
        )}
        {move?.canStop ? (
          <Button disabledFocusable={isActing} onClick={onStop}>
            <Trans id="guest.move.stop" message="Stop the move" />
          </Button>
        ) : null}
      </div>
    </Card>
  )
}
