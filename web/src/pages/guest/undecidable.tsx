import type { GuestDetail } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { EndOwner } from '@foyer/contracts/standing'
import type { MessageDescriptor } from '@lingui/core'
import { Trans } from '@lingui/react'
import { Say } from '../../language/say.tsx'
import { Card } from '../../ui/card.tsx'
import styles from './guest.module.css'

/** Why nothing can be decided about a guest in Foyer, and the step that remains. */
export function Undecidable({
  organization,
  guest: { name, endOwner },
}: {
  organization: OrganizationLocation
  guest: GuestDetail
}) {
  return (
    <Card heading={<Trans id="guest.undecidable" message="Nothing to decide here" />}>
      <p className={styles.text}>
        <Say text={tellWhoDecides(endOwner, { name, organization: organization.name })} />
      </p>
    </Card>
  )
}

function tellWhoDecides(
  endOwner: EndOwner,
  values: { readonly name: string; readonly organization: string },
): MessageDescriptor {
  switch (endOwner) {
    case 'foyer':
      return /*i18n*/ {
        id: 'guest.undecidable.policy',
        message:
          '{organization} has not decided yet how long guests may stay. Until an operator saves its lifecycle policy, the access of {name} has no end, and nothing can be extended.',
        values,
      }
    case 'home-sync':
      return /*i18n*/ {
        id: 'guest.undecidable.home-sync',
        message:
          'Their home organization synchronizes {name} to {organization} and decides how long. Whoever looks after them there can change it.',
        values,
      }
    case 'on-premises':
      return /*i18n*/ {
        id: 'guest.undecidable.on-premises',
        message:
          '{name} is kept on the servers of {organization}, which decide how long. Whoever looks after these servers can change it.',
        values,
      }
    case 'entitlement':
      return /*i18n*/ {
        id: 'guest.undecidable.entitlement',
        message:
          'An access package of {organization} decides how long {name} has access. Whoever manages the package can extend it in My Access.',
        values,
      }
    case 'microsoft-policy':
      return /*i18n*/ {
        id: 'guest.undecidable.microsoft-policy',
        message:
          'A policy of Microsoft Entra decides how long {name} has access. An administrator of {organization} can change it.',
        values,
      }
  }
}
