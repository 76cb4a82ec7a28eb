import type { Guest } from '@foyer/contracts/guest'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { formatCalendarDay } from '../../language/dates.ts'

/** How many are there on somebody's word, and by when the first needs another one. */
export function GuestsLead({
  organization: { name },
  guests,
  isDecided,
}: {
  organization: OrganizationLocation
  guests: readonly Guest[]
  /** Whether the organization has decided how long guests may stay. */
  isDecided: boolean
}) {
  const { i18n } = useLingui()
  const needy = guests.filter(({ need }) => need !== undefined)
  const [first] = needy.flatMap(({ end }) => (end ? [end.on] : [])).toSorted()
  const values = {
    count: guests.length,
    needs: needy.length,
    name: <bdi>{name}</bdi>,
    day: first === undefined ? '' : formatCalendarDay(i18n, first),
  }
  if (!isDecided) {
    return (
      <Trans
        id="guests.lead.undecided"
        message="{count, plural, one {One person is at {name} on your word.} other {# people are at {name} on your word.}} {name} has not decided yet how long guests may stay: until it does, nobody’s access ends by Foyer, and there is nothing to answer."
        values={values}
      />
    )
  }
  return needy.length === 0 ? (
    <Trans
      id="guests.lead.quiet"
      message="{count, plural, one {One person is at {name} on your word. They need no answer now.} other {# people are at {name} on your word. Nobody needs an answer now.}}"
      values={values}
    />
  ) : (
    <Trans
      id="guests.lead"
      message="{count, plural, one {One person is at {name} on your word.} other {# people are at {name} on your word.}} {needs, plural, one {<0>One needs an answer</0>, by {day}.} other {<0># need an answer</0>, the first by {day}.}}"
      values={values}
      components={{ 0: <strong /> }}
    />
  )
}
