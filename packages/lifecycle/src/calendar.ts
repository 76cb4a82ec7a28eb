declare const brand: unique symbol

/** A calendar day, as ISO 8601 writes it: `2027-03-31`. Which instants it holds, a time zone says. */
export type Day = string & { readonly [brand]: 'Day' }

/** @returns undefined for what is no day, as the 30th of February or a day without its zeros. */
export function readDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as Day
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Whether the IANA time zone database, as this machine has it, knows the name. */
export function isTimeZone(name: string): boolean {
  try {
    // An offset is no place: it knows no summer time.
    return !/^[+-]/.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** The day on which an instant falls there. */
export function dayOf(instant: Date, timeZone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString() as Day
}

/** So many days later, or earlier where it is less than 0. */
export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString() as Day
}

/** The week that a day is in, as ISO 8601 writes it: it begins on a Monday. */
export function weekOf(day: Day): string {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(day)
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`
}

/** How many days lie between; negative where the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' })
    .days
}

/** The first instant that is no more of that day there: access ends with the day. */
export function endOf(day: Day, timeZone: string): Date {
  const { epochMilliseconds } = Temporal.PlainDate.from(day)
    .add({ days: 1 })
    .toZonedDateTime({ timeZone })
    .startOfDay()
  return new Date(epochMilliseconds)
}

/** Days are written so that their text is in their order. */
export function earlierOf(one: Day, other: Day): Day {
  return one <= other ? one : other
}

export function laterOf(one: Day, other: Day): Day {
  return one >= other ? one : other
}
