import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { Known } from '../session/remembered.ts'

/** An organization as it is seen with one account, or with whichever is known there. */
export interface Place {
  readonly key: string
  readonly organization: OrganizationLocation
  /** Whom to ask, all of them silently; nobody where only an explicit sign-in may tell. */
  readonly accountIds: readonly string[]
  /** Somebody came by its link or named it, so its card stays even where no account is known. */
  readonly isWanted: boolean
}

interface MarkedAccount {
  readonly accountId: string
  readonly mark: string
}

/**
 * The places of a browser: one for each account and organization that belong together, then what
 * is remembered of accounts that are not signed in, then what was only looked up. An account is
 * never tried where nothing says that it belongs, but once where its person has just asked.
 */
export function listPlaces({
  accounts,
  remembered,
  lookedUp,
  left,
}: {
  readonly accounts: readonly MarkedAccount[]
  readonly remembered: readonly Known[]
  readonly lookedUp: readonly Known[]
  /** Who left what in this tab. */
  readonly left: readonly { readonly organizationId: string; readonly accountId: string }[]
}): Place[] {
  const byName = ({ organization: one }: Known, { organization: other }: Known) =>
    one.name.localeCompare(other.name)
  const rememberedIds = new Set(remembered.map(({ organization }) => organization.organizationId))
  const onlyLookedUp = lookedUp
    .filter(({ organization }) => !rememberedIds.has(organization.organizationId))
    .map(({ organization }) =>
      placeOf(
        organization,
        accounts.map(({ accountId }) => accountId),
      ),
    )
  const hasLeft = (organizationId: string, accountId: string) =>
    left.some((one) => one.organizationId === organizationId && one.accountId === accountId)
  return [
    ...remembered.toSorted(byName).flatMap((known) => placesOf(known, accounts)),
    ...onlyLookedUp,
  ].flatMap(({ organization, accountIds }) => {
    const { organizationId } = organization
    const staying = accountIds.filter((accountId) => !hasLeft(organizationId, accountId))
    const isOver = staying.length === 0 && accountIds.length > 0
    return isOver ? [] : [placeOf(organization, staying)]
  })
}

function placesOf(
  { organization, accountMarks }: Known,
  accounts: readonly MarkedAccount[],
): Place[] {
  const own = accounts.filter(({ mark }) => accountMarks.includes(mark))
  if (own.length === 0) return [placeOf(organization, [])]
  return own.map(({ accountId }) => placeOf(organization, [accountId]))
}

/** A place that somebody named, or that was remembered. */
function placeOf(organization: OrganizationLocation, accountIds: readonly string[]): Place {
  return { ...keyed(organization, accountIds), isWanted: true }
}

/** The places that Resource Manager tells of, and that are not among those known already. */
export function listAdded(
  places: readonly Place[],
  found: readonly { readonly organization: OrganizationLocation; readonly accountId: string }[],
): Place[] {
  const known = new Set(places.map(({ organization }) => organization.organizationId))
  return found
    .filter(({ organization }) => !known.has(organization.organizationId))
    .map(({ organization, accountId }) => ({
      ...keyed(organization, [accountId]),
      isWanted: false,
    }))
}

function keyed(organization: OrganizationLocation, accountIds: readonly string[]) {
  const key = [organization.organizationId, ...accountIds].join(' ')
  return { key, organization, accountIds }
}
