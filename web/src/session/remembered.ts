import type { OrganizationLocation } from '@foyer/contracts/organizations'

const atMost = 50

/** An organization, and whose tokens it was that this browser got there. */
export interface Known {
  readonly organization: OrganizationLocation
  readonly accountMarks: readonly string[]
}

/** Organizations that a browser keeps, the last one first; of its people it keeps only marks. */
export interface Remembered {
  list(): Known[]
  /** Puts an organization first, with what is now known of it. */
  add(organization: OrganizationLocation, accountMark?: string): void
  /** Forgets the organization, or only that this account was there. */
  forget(organizationId: string, accountMark?: string): void
  forgetAll(): void
}

export function createRemembered(storage: Storage, key: string): Remembered {
  const write = (known: readonly Known[]) =>
    storage.setItem(
      key,
      JSON.stringify(
        known
          .slice(0, atMost)
          .map(({ organization, accountMarks }) => ({ ...organization, accountMarks })),
      ),
    )
  return {
    list: () => read(storage, key),
    add({ organizationId, slug, name, listsOtherOrganizations }, accountMark) {
      const all = read(storage, key)
      const isSame = ({ organization }: Known) => organization.organizationId === organizationId
      const marks = new Set(all.find(isSame)?.accountMarks)
      if (accountMark) marks.add(accountMark)
      const organization = { organizationId, slug, name, listsOtherOrganizations }
      const others = all.filter((known) => !isSame(known))
      write([{ organization, accountMarks: [...marks] }, ...others])
    },
    forget(organizationId, accountMark) {
      write(
        read(storage, key).flatMap((known) => {
          if (known.organization.organizationId !== organizationId) return [known]
          const accountMarks = known.accountMarks.filter((mark) => mark !== accountMark)
          const isEmpty = accountMark === undefined || accountMarks.length === 0
          return isEmpty ? [] : [{ ...known, accountMarks }]
        }),
      )
    },
    forgetAll: () => storage.removeItem(key),
  }
}

/**
 * Tells an account of this browser from another, and tells nobody who it is: what is remembered
 * outlives the sign-in.
 */
export async function markOf(accountId: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(accountId))
  return btoa(String.fromCodePoint(...new Uint8Array(hash).slice(0, 9)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

// Other versions of Foyer and curious people write here too.
function read(storage: Storage, key: string): Known[] {
  try {
    const values = JSON.parse(storage.getItem(key) ?? '[]') as unknown
    return Array.isArray(values) ? values.filter(isLocation).map(toKnown) : []
  } catch {
    return []
  }
}

type Kept = Omit<OrganizationLocation, 'listsOtherOrganizations'> & {
  readonly accountMarks?: unknown
  readonly listsOtherOrganizations?: unknown
}

function toKnown(value: Kept): Known {
  const { accountMarks, organizationId, slug, name } = value
  const marks: unknown[] = Array.isArray(accountMarks) ? accountMarks : []
  return {
    organization: {
      organizationId,
      slug,
      name,
      listsOtherOrganizations: value.listsOtherOrganizations === true,
    },
    accountMarks: marks.filter((mark) => typeof mark === 'string'),
  }
}

export function isLocation(value: unknown): value is OrganizationLocation {
  if (typeof value !== 'object' || value === null) return false
  const { organizationId, slug, name } = value as Record<string, unknown>
  return [organizationId, slug, name].every((part) => typeof part === 'string' && part !== '')
}
