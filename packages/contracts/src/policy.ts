import { type Static, Type } from 'typebox'
import { Day, Instant, PersonId } from './ids.ts'
import { operation } from './operation.ts'
import { operatorProblems } from './problem.ts'

const Days = (maximum: number) => Type.Integer({ minimum: 1, maximum })

/** Ten years: whoever needs more is given it again. */
const longestDays = 3650

/**
 * What an organization has decided of its guests' access. A rule that is `null` is not in force. Days
 * are calendar days in the organization's time zone.
 */
export const Policy = Type.Object(
  {
    /** As the IANA time zone database names it. */
    timeZone: Type.String({ minLength: 1, maxLength: 64 }),
    /** For so long a guest may stay whose end nobody has set. */
    accessDays: Days(longestDays),
    /** By so much a sponsor may extend at once, from the day of the extension. */
    longestExtensionDays: Days(longestDays),
    /** So long a guest may stay in all, from the day they became one, or Foyer looks after them. */
    longestTotalDays: Type.Union([Days(longestDays), Type.Null()]),
    /** So many days before the end, guest and sponsor are told; from the earliest to the last. */
    reminderDays: Type.Array(Days(365), { maxItems: 10, uniqueItems: true }),
    /** So often a sponsor confirms that the guest is still needed. */
    confirmEveryDays: Type.Union([Days(longestDays), Type.Null()]),
    /** After so many days without a sign of use a guest is asked. */
    unusedAfterDays: Type.Union([Days(longestDays), Type.Null()]),
    /** An invitation that nobody takes up in so many days ends, before and after it was accepted. */
    redeemWithinDays: Type.Union([Days(365), Type.Null()]),
    /** So many people have to vouch for a guest. */
    sponsorsAtLeast: Type.Integer({ minimum: 0, maximum: 5 }),
    /** What is too few for so many days ends the access; `null` where it is only reported. */
    withoutSponsorDays: Type.Union([Days(365), Type.Null()]),
  },
  { additionalProperties: false },
)
export type Policy = Static<typeof Policy>

/** A policy as it is kept. */
export const PolicyVersion = Type.Object(
  {
    /** 0 for what Foyer proposes, as long as nobody has decided anything: it is not in force. */
    version: Type.Integer({ minimum: 0 }),
    policy: Policy,
    madeAt: Type.Optional(Instant),
    /** The name of the operator who made it; absent where the directory does not know them any more. */
    madeBy: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
)
export type PolicyVersion = Static<typeof PolicyVersion>

export const getPolicy = operation({
  id: 'getPolicy',
  method: 'GET',
  path: '/v1/organization/policy',
  caller: 'person',
  isVersioned: true,
  summary: 'What the organization has decided of its guests’ access, for operators',
  success: { status: 200, reply: PolicyVersion },
  problems: operatorProblems,
})

export const changePolicy = operation({
  id: 'changePolicy',
  method: 'PUT',
  path: '/v1/organization/policy',
  caller: 'person',
  isVersioned: true,
  summary: 'Decide anew of the guests’ access, in place of the version that is named',
  body: Policy,
  success: { status: 200, reply: PolicyVersion },
  problems: [...operatorProblems, 'policy-not-possible'],
})

/** Why access ends on a day. */
export const EndReason = Type.Enum([
  'decided-elsewhere',
  'end-date',
  'never-redeemed',
  'no-sponsor',
  'confirmation-due',
  'unused',
  'first-stay',
])
export type EndReason = Static<typeof EndReason>

const Counted = Type.Object(
  {
    /** By the version that is in force; 0 where none is. */
    before: Type.Integer({ minimum: 0 }),
    after: Type.Integer({ minimum: 0 }),
  },
  { additionalProperties: false },
)

/** What a policy would do within thirty days, beside the one that is in force. */
export const PolicyPreview = Type.Object(
  {
    /** How many guests there are, as far as Foyer knows by now. */
    guests: Type.Integer({ minimum: 0 }),
    countedAt: Instant,
    isAsked: Counted,
    isReminded: Counted,
    isEnding: Counted,
    /** Whose access would end earlier than now, the first to end first. */
    earlier: Type.Array(
      Type.Object(
        {
          guestId: PersonId,
          name: Type.String(),
          on: Day,
          because: EndReason,
          /** When it ends now; absent where it has no end. */
          was: Type.Optional(Day),
        },
        { additionalProperties: false },
      ),
    ),
    /** How many more of them there are. */
    otherEarlier: Type.Integer({ minimum: 0 }),
    /** The day on which most would end, and how many; absent where none does. */
    busiest: Type.Optional(
      Type.Object(
        { on: Day, guests: Type.Integer({ minimum: 1 }) },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)
export type PolicyPreview = Static<typeof PolicyPreview>

export const previewPolicy = operation({
  id: 'previewPolicy',
  method: 'POST',
  path: '/v1/organization/policy/preview',
  caller: 'person',
  summary: 'What a policy would do, by name, before anybody decides; it changes nothing',
  body: Policy,
  success: { status: 200, reply: PolicyPreview },
  problems: [...operatorProblems, 'policy-not-possible'],
})
