import { Trans } from '@lingui/react'
import { useLeaveUrl } from '../../session/session-provider.tsx'
import { OutsideLink } from '../../ui/outside-link.tsx'
import { PicturePill } from './picture-pill.tsx'
import { PlaceFrame } from './place-frame.tsx'

/** An organization that does not use Foyer: only Microsoft's own page shows what one has there. */
export function UnconnectedCard({
  tenantId,
  name,
  seenAs,
}: {
  tenantId: string
  name: string
  seenAs: string | undefined
}) {
  const leaveUrl = useLeaveUrl(tenantId)
  return (
    <PlaceFrame
      name={name}
      seenAs={seenAs}
      look="dashed"
      pill={<PicturePill picture="not-connected" />}
      sentence={
        <Trans
          id="place.not-connected"
          message="You are known here too, but {name} does not use Foyer. Microsoft’s own page shows your options, and lets you leave where {name} allows it."
          values={{ name: <bdi>{name}</bdi> }}
        />
      }
      foot={
        <OutsideLink href={leaveUrl}>
          <Trans id="place.microsoft" message="Go to Microsoft’s page" />
        </OutsideLink>
      }
    />
  )
}
