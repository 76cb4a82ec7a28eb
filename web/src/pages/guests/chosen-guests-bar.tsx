import { Button } from '@fluentui/react-components'
import { Trans } from '@lingui/react'
import { useEffect, useEffectEvent } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { paths } from '../../paths.ts'
import { ChosenBar } from '../../ui/chosen-bar.tsx'
import type { ChosenGuests } from './use-chosen.ts'

/** The button that opens the question until when. */
export const extendChosenId = 'extend-chosen'

/** How many guests are chosen, and what can be done with them together. */
export function ChosenGuestsBar({
  slug,
  chosen: { clear },
  guestIds,
}: {
  slug: string
  chosen: ChosenGuests
  /** Of those who are chosen and still there, in the order in which they stand. */
  guestIds: readonly string[]
}) {
  const navigate = useNavigate()
  const { search } = useLocation()
  const close = useEffectEvent((event: KeyboardEvent) => {
    // A question over the page has an Escape of its own, and so has what is looked for.
    const isElsewhere =
      document.querySelector('dialog[open]') !== null ||
      (event.target instanceof HTMLInputElement && event.target.type === 'search')
    if (event.key === 'Escape' && !event.defaultPrevented && !isElsewhere) clear()
  })
  useEffect(() => {
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [])

  return (
    <ChosenBar
      count={
        <Trans
          id="guests.chosen"
          message="{count, plural, one {One guest is chosen} other {# guests are chosen}}"
          values={{ count: guestIds.length }}
        />
      }
    >
      <Button onClick={clear}>
        <Trans id="guests.chosen.clear" message="Clear" />
      </Button>
      <Button
        id={extendChosenId}
        appearance="primary"
        onClick={() => void navigate(paths.extendGuests(slug) + search, { state: guestIds })}
      >
        <Trans
          id="guests.chosen.extend"
          message="{count, plural, one {Extend one guest …} other {Extend # guests …}}"
          values={{ count: guestIds.length }}
        />
      </Button>
    </ChosenBar>
  )
}
