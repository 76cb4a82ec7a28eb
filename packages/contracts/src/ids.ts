import { type Static, Type } from 'typebox'

const guid = '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$'

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** The tenant id of an organization: the `tid` of every token that acts in it. */
export type OrganizationId = Branded<'OrganizationId'>
/** The object id of a person in one organization: the `oid` of their token there. */
export type PersonId = Branded<'PersonId'>
/** The object id of a group in one organization. */
export type GroupId = Branded<'GroupId'>

export const OrganizationId = Type.Unsafe<OrganizationId>(Type.String({ pattern: guid }))
export const PersonId = Type.Unsafe<PersonId>(Type.String({ pattern: guid }))
export const GroupId = Type.Unsafe<GroupId>(Type.String({ pattern: guid }))

/** An instant in UTC, as RFC 3339 writes it. */
export const Instant = Type.String({ format: 'date-time' })
export type Instant = Static<typeof Instant>

/** A calendar day in the organization's time zone, as ISO 8601 writes it. */
export const Day = Type.String({ format: 'date' })
export type Day = Static<typeof Day>
