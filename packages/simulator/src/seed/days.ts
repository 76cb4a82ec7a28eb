/** The demo's story is told on 2026-11-23: what is seeded lies before. */
const lastDay = Date.UTC(2026, 10, 20)
const dayMs = 86_400_000
const days = new Map<number, string>()
const instants = new Map<number, Map<string, string>>()

/** The day that lies so many days before the last one of the story. */
export function dayBefore(count: number): string {
  const known = days.get(count)
  if (known) return known
  const day = new Date(lastDay - count * dayMs).toISOString().slice(0, 10)
  days.set(count, day)
  return day
}

/** The hour of a day as Graph writes an instant; one text for all who share it. */
export function instant(day: string, hour: number): string {
  const ofHour = instants.get(hour) ?? new Map<string, string>()
  instants.set(hour, ofHour)
  const known = ofHour.get(day)
  if (known) return known
  const made = `${day}T${String(hour).padStart(2, '0')}:00:00Z`
  ofHour.set(day, made)
  return made
}
