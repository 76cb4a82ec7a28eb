import { fullOrganizations } from '../test/support/full-store.ts'

/** 200,000 guests in 8,000 groups, and a million memberships, together. */
export const organizations = fullOrganizations(200_000, 8_000)
