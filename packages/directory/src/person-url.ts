import type { PersonId } from '@foyer/contracts/ids'
import { guid } from './reference-url.ts'

declare const person: unique symbol
/** The address of a person themselves: to delete it is to remove them from the organization. */
export type PersonUrl = string & { readonly [person]: true }

export function personUrl(personId: PersonId): PersonUrl {
  return `/users/${guid(personId)}` as PersonUrl
}
