import type { OrganizationLocation } from '@foyer/contracts/organizations'

const key = 'foyer.organizations'
const atMost = 50

/** The organizations where this browser once got a token, and nothing about the person. */
export interface Remembered {
  list(): OrganizationLocation[]
  add(organization: OrganizationLocation): void
  forgetAll(): void
}

export function createRemembered(storage: Storage): Remembered {
  return {
    list: () => read(storage),
    add({ organizationId, slug, name }) {
      const others = read(storage).filter((known) => known.organizationId !== organizationId)
      const all = [{ organizationId, slug, name }, ...others].slice(0, atMost)
      storage.setItem(key, JSON.stringify(all))
    },
    forgetAll: () => storage.removeItem(key),
  }
}

// Other versions of Foyer and curious people write here too.
function read(storage: Storage): OrganizationLocation[] {
  try {
    const values = JSON.parse(storage.getItem(key) ?? '[]') as unknown
    return Array.isArray(values) ? values.filter(isLocation) : []
  } catch {
    return []
  }
}

export function isLocation(value: unknown): value is OrganizationLocation {
  if (typeof value !== 'object' || value === null) return false
  const { organizationId, slug, name } = value as Record<string, unknown>
  return [organizationId, slug, name].every((part) => typeof part === 'string' && part !== '')
}
