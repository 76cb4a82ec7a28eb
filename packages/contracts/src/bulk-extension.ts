import { type Static, Type } from 'typebox'
import { Day, Instant, PersonId } from './ids.ts'
import { operation } from './operation.ts'
import { directoryProblems } from './problem.ts'
import { Note } from './way-back.ts'

const closed = { additionalProperties: false }

/** So many guests at once, at most. */
export const mostInBulk = 10_000

/** With quotes and commas an id takes 39 bytes, and what is around them little. */
const largestBody = 512 * 1024

const GuestIds = Type.Array(PersonId, { minItems: 1, maxItems: mostInBulk, uniqueItems: true })

/**
 * Why a guest is not among those who are extended:
 * - `access-grew`: they are in more groups than when somebody last confirmed them, which somebody should see;
 * - `guest-not-found`: nobody is known by this id, or the caller does not vouch for them;
 * - the others: why each of them alone would be refused.
 */
export const LeftOutBecause = Type.Enum([
  'access-grew',
  'end-not-later',
  'end-over-the-cap',
  'end-in-the-past',
  'end-decided-elsewhere',
  'guest-not-found',
])
export type LeftOutBecause = Static<typeof LeftOutBecause>

export const BulkPreview = Type.Object(
  {
    extended: Type.Array(
      Type.Object({ guestId: PersonId, name: Type.String(), endsOn: Type.Optional(Day) }, closed),
    ),
    leftOut: Type.Array(
      Type.Object(
        {
          guestId: PersonId,
          /** Absent where the caller does not vouch for them. */
          name: Type.Optional(Type.String()),
          because: LeftOutBecause,
        },
        closed,
      ),
    ),
  },
  closed,
)
export type BulkPreview = Static<typeof BulkPreview>

/**
 * - `waiting`: nothing is done yet;
 * - `done`: the guest is extended;
 * - `left-out`: so it was when the bulk was asked for, or the guest's access has grown since;
 * - `failed`: the guest could not be extended, for the reason that is named;
 * - `stopped`: whoever asked did not want it any more.
 */
export const BulkItemState = Type.Enum(['waiting', 'done', 'left-out', 'failed', 'stopped'])
export type BulkItemState = Static<typeof BulkItemState>

export const BulkItem = Type.Object(
  {
    guestId: PersonId,
    /** Absent where the caller does not vouch for them, or nobody is known by this id any more. */
    name: Type.Optional(Type.String()),
    state: BulkItemState,
    /** One of our codes, of whoever is left out or failed. */
    because: Type.Optional(Type.String()),
  },
  closed,
)
export type BulkItem = Static<typeof BulkItem>

/** `stopped`: nothing waits any more, and some are not extended because they were stopped. */
export const BulkState = Type.Enum(['under-way', 'done', 'stopped'])
export type BulkState = Static<typeof BulkState>

const count = Type.Integer({ minimum: 0 })

/** How it goes with guests who are extended together. */
export const Bulk = Type.Object(
  {
    until: Day,
    reason: Type.String(),
    askedAt: Instant,
    state: BulkState,
    total: count,
    done: count,
    failed: count,
    leftOut: count,
    waiting: count,
    stopped: count,
    /** Those who failed or are left out first; of many only the first. */
    items: Type.Array(BulkItem),
  },
  closed,
)
export type Bulk = Static<typeof Bulk>

const problems = [
  'not-answerable',
  'no-longer-here',
  'blocked-here',
  'store-unavailable',
  ...directoryProblems,
] as const

const params = Type.Object(
  { bulkId: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }) },
  closed,
)

export const previewBulkExtension = operation({
  id: 'previewBulkExtension',
  method: 'POST',
  path: '/v1/guests/bulk-extension/preview',
  caller: 'person',
  summary:
    'Which of many guests would be extended until a day, as far as is remembered, and why not',
  body: Type.Object({ guestIds: GuestIds, until: Day }, closed),
  largestBody,
  success: { status: 200, reply: BulkPreview },
  problems: [...problems, 'policy-not-in-force'],
})

export const extendGuests = operation({
  id: 'extendGuests',
  method: 'POST',
  path: '/v1/guests/bulk-extension',
  caller: 'person',
  summary:
    'Let many guests stay until a day, each as if extended alone, for a reason that they read',
  body: Type.Object({ guestIds: GuestIds, until: Day, reason: Note }, closed),
  largestBody,
  isKeyed: true,
  success: { status: 202, reply: Type.Object({ bulkId: Type.String() }, closed) },
  problems: [...problems, 'policy-not-in-force', 'too-many-acts'],
})

export const getBulkExtension = operation({
  id: 'getBulkExtension',
  method: 'GET',
  path: '/v1/guests/bulk-extension/{bulkId}',
  caller: 'person',
  summary: 'How it goes with many guests whom I extended together',
  params,
  success: { status: 200, reply: Bulk },
  problems: [...problems, 'bulk-not-found'],
})

/** What is done stays. */
export const stopBulkExtension = operation({
  id: 'stopBulkExtension',
  method: 'DELETE',
  path: '/v1/guests/bulk-extension/{bulkId}',
  caller: 'person',
  summary: 'Extend none of those who still wait',
  params,
  success: { status: 204 },
  problems: [...problems, 'bulk-not-found'],
})

export const listBulkItems = operation({
  id: 'listBulkItems',
  method: 'GET',
  path: '/v1/guests/bulk-extension/{bulkId}/result',
  caller: 'person',
  summary: 'What became of each of many guests whom I extended together, by name',
  params,
  query: Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 128 })) }, closed),
  success: {
    status: 200,
    reply: Type.Object(
      {
        items: Type.Array(BulkItem),
        /** Leads to the items after these; absent where there are none. */
        cursor: Type.Optional(Type.String()),
      },
      closed,
    ),
  },
  problems: [...problems, 'bulk-not-found'],
})
