import type { listGuests } from '@foyer/contracts/guest'
import type { ReplyOf } from '@foyer/contracts/operation'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { searchParameter, showParameter } from '../../paths.ts'
import { Announce } from '../../ui/announce.tsx'
import { EmptyPage } from '../../ui/empty-page.tsx'
import { AsOf } from '../organization/as-of.tsx'
import { type Chosen, chooseGuests, readShow } from './choose-guests.ts'
import { GuestFilters } from './guest-filters.tsx'
import { GuestTable } from './guest-table.tsx'
import { GuestsHead } from './guests-head.tsx'
import { GuestsLead } from './guests-lead.tsx'
import styles from './guests.module.css'

/** The guests of somebody who vouches, those that need a word first. */
export function GuestsView({
  organization,
  list: { guests, today, latestEnd, asOf },
  readAt,
}: {
  organization: OrganizationLocation
  list: ReplyOf<typeof listGuests>
  /** By the clock of the browser. */
  readAt: number
}) {
  const [parameters, setParameters] = useSearchParams()
  // The address follows what is chosen, and is asked only once: it comes too late for the next key.
  const [chosen, setChosen] = useState<Chosen>(() => ({
    show: readShow(parameters.get(showParameter)),
    search: parameters.get(searchParameter) ?? '',
  }))
  const wanted = useDeferredValue(chosen)
  // The same rows as long as nothing else is wanted: a thousand are not drawn anew for each key.
  const shown = useMemo(() => chooseGuests(guests, wanted), [guests, wanted])
  if (guests.length === 0)
    return <NoGuests organization={organization} isRead={asOf !== undefined} />

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
        />
      )}
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
