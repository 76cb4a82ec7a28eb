import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import type { ReactNode } from 'react'
import type { Answer } from '../../failure.ts'
import { paths } from '../../paths.ts'
import { useAnswer } from '../../ui/answer.ts'
import { NeedyGuests } from '../guests/needy-guests.tsx'
import type { Needs } from './read-needs.ts'

/** Something that may wait for whoever is signed in, and the page on which it is answered. */
export interface Need {
  readonly to: string
  readonly title: ReactNode
  /** Undefined where it could not be read, or is not known yet. */
  readonly waiting: number | undefined
  readonly sentence: ReactNode
}

/** What may wait for somebody of the organization itself; the answer that is owed comes first. */
export function useNeeds(
  { slug }: OrganizationLocation,
  needs: Omit<Needs, 'myExit' | 'mySuccession'>,
): { readonly needs: readonly Need[]; readonly isKnown: boolean; readonly isOperator: boolean } {
  const { answer: guests } = useAnswer(needs.guests)
  const { answer: left } = useAnswer(needs.leftGuests)
  const { answer: exits } = useAnswer(needs.exitRequests)
  const { answer: asked } = useAnswer(needs.asked)
  const { answer: ownerless } = useAnswer(needs.ownerless)
  const { answer: endings } = useAnswer(needs.endings)
  const { answer: sponsorless } = useAnswer(needs.sponsorless)
  const isOperator =
    ownerless !== undefined && !('value' in ownerless && ownerless.value === undefined)
  const leaving = count(exits, (all) => all.filter(({ state }) => state === 'open').length)
  const returning = count(
    left,
    (all) => all.filter(({ request }) => request?.state === 'open').length,
  )
  const vouching = count(asked, (waiting) => waiting)
  const ends = count(endings, (waiting) => waiting ?? 0)
  const groups = count(ownerless, (waiting) => waiting ?? 0)
  const unvouched = count(sponsorless, (waiting) => waiting ?? 0)
  const own = count(guests, (counted) => counted?.needy ?? 0)

  const byUrgency: readonly (Need | undefined)[] = [
    {
      to: paths.exitRequests(slug),
      title: <Trans id="exit-requests.title" message="Guests who ask to leave" />,
      waiting: leaving,
      sentence: (
        <Trans
          id="needs-you.leaving"
          message="{leaving, plural, one {One guest asks for their access to end, and is owed an answer.} other {# guests ask for their access to end, and are owed an answer.}}"
          values={{ leaving }}
        />
      ),
    },
    isOperator
      ? {
          to: paths.askedEndings(slug),
          title: <Trans id="asked-endings.title" message="Ends of access that wait for you" />,
          waiting: ends,
          sentence: (
            <Trans
              id="needs-you.endings"
              message="{ends, plural, one {One access does not end before an operator agrees.} other {# accesses do not end before an operator agrees.}}"
              values={{ ends }}
            />
          ),
        }
      : undefined,
    {
      to: paths.leftGuests(slug),
      title: <Trans id="left-guests.title" message="Guests who left" />,
      waiting: returning,
      sentence: (
        <Trans
          id="needs-you.returning"
          message="{returning, plural, one {One guest who left asks to come back.} other {# guests who left ask to come back.}}"
          values={{ returning }}
        />
      ),
    },
    {
      to: paths.asked(slug),
      title: <Trans id="asked.title" message="Asked of you" />,
      waiting: vouching,
      sentence: (
        <Trans
          id="needs-you.asked"
          message="{vouching, plural, one {You are asked whether you vouch for a guest.} other {You are asked whether you vouch for # guests.}}"
          values={{ vouching }}
        />
      ),
    },
    isOperator
      ? {
          to: paths.successions(slug),
          title: <Trans id="successions.title" message="Guests who need a sponsor" />,
          waiting: unvouched,
          sentence: (
            <Trans
              id="needs-you.sponsorless"
              message="{unvouched, plural, one {For one guest nobody was found who vouches for them.} other {For # guests nobody was found who vouches for them.}}"
              values={{ unvouched }}
            />
          ),
        }
      : undefined,
    isOperator
      ? {
          to: paths.ownerlessGroups(slug),
          title: <Trans id="ownerless.title" message="Groups without an owner" />,
          waiting: groups,
          sentence: (
            <Trans
              id="needs-you.ownerless"
              message="{groups, plural, one {One group has lost its only owner with a guest who left.} other {# groups have lost their only owner with guests who left.}}"
              values={{ groups }}
            />
          ),
        }
      : undefined,
    {
      to: paths.guests(slug),
      title: <Trans id="guests.title" message="My guests" />,
      waiting: own,
      sentence:
        guests && 'value' in guests && guests.value ? <NeedyGuests count={guests.value} /> : null,
    },
  ]
  const isKnown = [guests, left, exits, asked, ownerless, endings, sponsorless].every(
    (answer) => answer !== undefined,
  )
  return { needs: byUrgency.filter((need) => need !== undefined), isKnown, isOperator }
}

function count<T>(
  answer: Answer<T> | undefined,
  countOf: (value: T) => number,
): number | undefined {
  return answer && 'value' in answer ? countOf(answer.value) : undefined
}
