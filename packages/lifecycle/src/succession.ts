import type { PersonKind } from '@foyer/contracts/me'

/** "A guest can have up to five sponsors" (Microsoft Entra, "Sponsors field for B2B users"). */
export const mostSponsors = 5

/** How often somebody is asked in a month, whoever the guests are. */
export const mostAsksAMonth = 2

/** After so many days without a word, the next one is asked too. */
export const silenceDays = 7

const dayMs = 24 * 60 * 60_000

/** From when on what somebody was asked counts for {@link mostAsksAMonth}. */
export function monthBefore(now: Date): Date {
  return new Date(now.getTime() - 30 * dayMs)
}

/** When the question moves on, where nobody answers. */
export function movesOnAt(askedAt: Date): Date {
  return new Date(askedAt.getTime() + silenceDays * dayMs)
}

/** Why somebody could vouch for a guest, the best reason first. */
export const evidences = ['named', 'co-sponsor', 'inviter', 'group-owner', 'manager'] as const
export type Evidence = (typeof evidences)[number]

/** Somebody who could be asked, as the directory says now. */
export interface Candidate {
  readonly personId: string
  readonly evidence: Evidence
}

/** Somebody of the organization's directory; undefined where nobody is there any more. */
export type Somebody = { readonly kind: PersonKind; readonly isEnabled: boolean } | undefined

/** Whether somebody can vouch for guests: whoever is blocked, or is a guest, does not count. */
export function countsAsSponsor(person: Somebody): boolean {
  return person?.isEnabled === true && person.kind === 'member'
}

/**
 * Who could be asked, the best evidence first and each once. Nobody is asked about themselves, who
 * wants to vouch no more, or who was asked about this guest already.
 *
 * @param found in the order in which they were found: of the same evidence the first is asked first.
 */
export function orderCandidates(
  found: readonly Candidate[],
  without: readonly (string | null)[],
): Candidate[] {
  const left = new Set(without.map((id) => id?.toLowerCase()))
  const ordered = found.toSorted(
    (one, other) => evidences.indexOf(one.evidence) - evidences.indexOf(other.evidence),
  )
  return ordered.filter(({ personId }) => {
    const id = personId.toLowerCase()
    if (left.has(id)) return false
    left.add(id)
    return true
  })
}

/** Whether nobody vouches: a group counts, since whoever is in it answers. */
export function isOrphan(
  sponsors: readonly { readonly kind: 'person' | 'group'; readonly counts: boolean }[],
): boolean {
  return !sponsors.some(({ kind, counts }) => kind === 'group' || counts)
}

/** Somebody who vouches no more, or that nobody has to or can. */
export type Room = { readonly by: string } | 'enough' | 'none'

/**
 * Who makes room, so that somebody more can be written: nobody while there is room, else whoever vouches
 * no more, else one who does not count.
 */
export function whoMakesRoom(
  sponsors: readonly string[],
  {
    leaves,
    notCounting,
  }: { readonly leaves: string | null; readonly notCounting: readonly string[] },
): Room {
  if (sponsors.length < mostSponsors) return 'enough'
  const here = (id: string) => sponsors.find((each) => each.toLowerCase() === id.toLowerCase())
  const [by] = [...(leaves === null ? [] : [leaves]), ...notCounting].flatMap(
    (id) => here(id) ?? [],
  )
  return by === undefined ? 'none' : { by }
}
