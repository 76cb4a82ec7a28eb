import type { EndOwner } from '@foyer/contracts/standing'
import { Trans } from '@lingui/react'

/** In the place of a day: Foyer has set none, or does not know what somebody else has set. */
export function NoEnd({ endOwner }: { endOwner: EndOwner }) {
  return endOwner === 'foyer' ? (
    <Trans id="guest.end.none" message="No end is set" />
  ) : (
    <Trans id="guest.end.unknown" message="No end is known" />
  )
}
