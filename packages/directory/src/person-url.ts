import type { PersonId } from '@foyer/contracts/ids'
import { guid } from './reference-url.ts'

declare const person: unique symbol
/** The address of a person themselves: to delete it is to remove them from the organization. */
export type PersonUrl = string & { readonly [person]: true }

declare const restoration: unique symbol
/** What brings a removed person back, with what they had. */
export type RestorationUrl = string & { readonly [restoration]: true }

declare const sponsors: unique symbol
/** Where somebody is made answerable for a person. */
export type SponsorsUrl = string & { readonly [sponsors]: true }

export function personUrl(personId: PersonId): PersonUrl {
  return `/users/${guid(personId)}` as PersonUrl
}

export function restorationUrl(personId: PersonId): RestorationUrl {
  return `/directory/deletedItems/${guid(personId)}/restore` as RestorationUrl
}

export function sponsorsUrl(personId: PersonId): SponsorsUrl {
  return `/users/${guid(personId)}/sponsors/$ref` as SponsorsUrl
}
