/** Dates as replies write them (RFC 3339); those that are not known are left out. */
export function instants<Name extends string>(
  dates: Readonly<Record<Name, Date | null | undefined>>,
): Partial<Record<Name, string>> {
  const known = Object.entries<Date | null | undefined>(dates).flatMap(([name, date]) =>
    date ? [[name, date.toISOString()] as const] : [],
  )
  return Object.fromEntries(known) as Partial<Record<Name, string>>
}
