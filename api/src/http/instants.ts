/** Dates as replies write them (RFC 3339); those that are not known are left out. */
export function instants<Name extends string>(
  dates: Readonly<Record<Name, Date | null | undefined>>,
): Partial<Record<Name, string>> {
  const known: Partial<Record<Name, string>> = {}
  for (const name in dates) {
    const date = dates[name]
    if (date) known[name] = date.toISOString()
  }
  return known
}
