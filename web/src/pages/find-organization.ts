import { lookUpOrganization, type OrganizationLocation } from '@foyer/contracts/organizations'
import type { Call } from '../call.ts'
import { type Failure, settle } from '../failure.ts'
import type { Session } from '../session/session.ts'

/** The organization of a link: as this browser knows it, else as the API does. */
export async function findOrganization(
  slug: string,
  session: Session,
  call: Call,
): Promise<OrganizationLocation> {
  const known = [...session.remembered.list(), ...session.lookedUp.list()].find(
    ({ organization }) => organization.slug === slug,
  )
  return known?.organization ?? (await lookUp(slug, session, call))
}

/** The field of a search, which stands in the address of the page that takes the answer. */
export const searchField = 'organization'

/** What was searched for and not found; the name is empty where nothing was searched. */
export interface Search {
  readonly name: string
  readonly failure: Failure | undefined
}

/** Looks for the organization that the address names. */
export async function answerSearch(
  { url }: Request,
  session: Session,
  call: Call,
): Promise<{ found: OrganizationLocation } | { found: undefined; search: Search }> {
  const name = new URL(url).searchParams.get(searchField)?.trim() ?? ''
  if (!name) return { found: undefined, search: { name, failure: undefined } }
  const answer = await settle(lookUp(name, session, call))
  return 'value' in answer
    ? { found: answer.value }
    : { found: undefined, search: { name, failure: answer.failure } }
}

async function lookUp(
  name: string,
  { lookedUp }: Session,
  call: Call,
): Promise<OrganizationLocation> {
  const organization = await call(lookUpOrganization, { query: { name } })
  lookedUp.add(organization)
  return organization
}
