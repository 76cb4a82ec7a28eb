import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import { useDeferredValue, useMemo, useState } from 'react'
import { Outlet, useMatch, useSearchParams } from 'react-router'
import { routes, searchParameter, showParameter } from '../../paths.ts'
import { Announce } from '../../ui/announce.tsx'
import { EmptyPage } from '../../ui/empty-page.tsx'
import { useReturnedFocus } from '../../ui/use-returned-focus.ts'
import { AsOf } from '../organization/as-of.tsx'
import { type Chosen, chooseGuests, readShow } from './choose-guests.ts'
import { ChosenGuestsBar, extendChosenId } from './chosen-guests-bar.tsx'
import { GuestFilters } from './guest-filters.tsx'
import { GuestTable } from './guest-table.tsx'
import type { GuestsContext } from './guests-context.ts'
import { GuestsHead } from './guests-head.tsx'
import { GuestsLead } from './guests-lead.tsx'
import styles from './guests.module.css'
import { useChosen } from './use-chosen.ts'

/** The guests of somebody who vouches, those that need a word first. */
export function GuestsView({
  organization,
  list,
  readAt,
}: GuestsContext & {
  /** By the clock of the browser. */
  readAt: number
}) {
  const { guests, today, latestEnd, asOf } = list
  const [parameters, setParameters] = useSearchParams()
  // The address follows what is chosen, and is asked only once: it comes too late for the next key.
  const [chosen, setChosen] = useState<Chosen>(() => ({
    show: readShow(parameters.get(showParameter)),
    search: parameters.get(searchParameter) ?? '',
  }))
  const wanted = useDeferredValue(chosen)
  // The same rows as long as nothing else is wanted: a thousand are not drawn anew for each key.
  const shown = useMemo(() => chooseGuests(guests, wanted), [guests, wanted])
  const together = useChosen(shown)
  const isAsked = useMatch(`${routes.guests}/${routes.extendGuests}`) !== null
  useReturnedFocus(isAsked ? extendChosenId : undefined)
  if (guests.length === 0)
    return <NoGuests organization={organization} isRead={asOf !== undefined} />

  // Whoever is chosen stays so, also where the page shows others meanwhile.
  const guestIds = guests.flatMap(({ guestId }) => (together.ids.has(guestId) ? [guestId] : []))
  const choose = (next: Chosen) => {
    setChosen(next)
    const kept = new URLSearchParams()
    if (next.show !== 'all') kept.set(showParameter, next.show)
    if (next.search.trim() !== '') kept.set(searchParameter, next.search)
    setParameters(kept, { replace: true, preventScrollReset: true })
  }
  return (
    <>
      <GuestsHead organization={organization}>
        <p>
          <GuestsLead
            organization={organization}
            guests={guests}
            isDecided={latestEnd !== undefined}
          />
        </p>
        <AsOf at={asOf} readAt={readAt} />
      </GuestsHead>
      <GuestFilters
        chosen={chosen}
        counts={{
          'needs-you': guests.filter(({ need }) => need !== undefined).length,
          all: guests.length,
        }}
        onChoose={choose}
      />
      {shown.length < guests.length ? (
        <Announce>
          <p className="foyer-hidden">
            <Trans
              id="guests.shown"
              message="{shown} of {count} shown"
              values={{ shown: shown.length, count: guests.length }}
            />
          </p>
        </Announce>
      ) : null}
      {shown.length === 0 ? (
        <NobodyShown isSearched={wanted.search.trim() !== ''} />
      ) : (
        <GuestTable
          organization={organization}
          guests={shown}
          count={guests.length}
          today={today}
          chosen={latestEnd === undefined ? undefined : together}
        />
      )}
      {guestIds.length > 0 ? (
        <ChosenGuestsBar slug={organization.slug} chosen={together} guestIds={guestIds} />
      ) : null}
      <Outlet context={{ organization, list } satisfies GuestsContext} />
    </>
  )
}

function NoGuests({
  organization,
  isRead,
}: {
  organization: OrganizationLocation
  /** Whether the directory was read before. */
  isRead: boolean
}) {
  return (
    <>
      <GuestsHead organization={organization}>{null}</GuestsHead>
      {isRead ? (
        <EmptyPage
          title={<Trans id="guests.none" message="Nobody is here on your word" />}
          text={
            <Trans
              id="guests.none.text"
              message="Once {name} names you as the sponsor of a guest, they stand here, with until when they have access and why."
              values={{ name: <bdi>{organization.name}</bdi> }}
            />
          }
        />
      ) : (
        <EmptyPage
          title={<Trans id="guests.unread" message="Not read yet" />}
          text={
            <Trans
              id="guests.unread.text"
              message="Foyer is reading the directory of {name} for the first time. Load this page again in a few minutes."
              values={{ name: <bdi>{organization.name}</bdi> }}
            />
          }
        />
      )}
    </>
  )
}

function NobodyShown({ isSearched }: { isSearched: boolean }) {
  return (
    <p className={styles.nobody}>
      {isSearched ? (
        <Trans
          id="guests.not-found"
          message="Nobody here has this in their name, address or company."
        />
      ) : (
        <Trans id="guests.no-need" message="Nobody needs an answer from you now." />
      )}
    </p>
  )
}
