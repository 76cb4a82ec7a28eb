import type { Me } from '@foyer/contracts/me'
import { Trans } from '@lingui/react'
import { NameList } from './name-list.tsx'

/** Who is told, after a departure, of the groups that it leaves without an owner. */
export function WhoLearnsOfIt({
  me: {
    organization: { name, privacyContact },
    sponsors,
  },
}: {
  me: Me
}) {
  // Foyer writes to those who vouch for a guest, and to nobody whose address it does not know.
  const told = sponsors.filter(({ mail }) => mail).map((sponsor) => sponsor.name)
  if (told.length > 0) {
    return (
      <p>
        <Trans
          id="departure.owned-alone.told"
          message="{count, plural, one {Leaving does not wait for that. {names} is told of it once you have left.} other {Leaving does not wait for that. {names} are told of it once you have left.}}"
          values={{ count: told.length, names: <NameList names={told} /> }}
        />
      </p>
    )
  }
  return (
    <p>
      {privacyContact ? (
        <Trans
          id="departure.owned-alone.untold.contact"
          message="Leaving does not wait for that. {name} sees it in Foyer, and nobody is written to, because nobody is named who vouches for you. You can tell its privacy contact yourself: {contact}"
          values={{ name: <bdi>{name}</bdi>, contact: <bdi>{privacyContact}</bdi> }}
        />
      ) : (
        <Trans
          id="departure.owned-alone.untold"
          message="Leaving does not wait for that. {name} sees it in Foyer, and nobody is written to, because nobody is named who vouches for you. Tell somebody there yourself."
          values={{ name: <bdi>{name}</bdi> }}
        />
      )}
    </p>
  )
}
