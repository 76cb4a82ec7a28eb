/** Why Foyer does not end somebody's access to an organization on their own word. */
export const departureRefusals = [
  'not-a-guest',
  'synced',
  'role-held',
  'roles-unreadable',
  'protected',
  'not-allowed',
  'setting-unreadable',
] as const

export type DepartureRefusal = (typeof departureRefusals)[number]
