/** A day that somebody wants to find in their calendar. */
export interface CalendarEntry {
  /** The same for the same thing: a calendar that has it already moves it. */
  readonly uid: string
  /** As `2027-03-31`; it fills the whole day. */
  readonly day: string
  readonly summary: string
  readonly description: string
  readonly writtenAt: Date
}

/** Of a line, without its end; of bytes in UTF-8 (RFC 5545, section 3.1). */
const longestLine = 75

/** Writes a calendar file with one entry, after RFC 5545. */
export function writeCalendarFile({
  uid,
  day,
  summary,
  description,
  writtenAt,
}: CalendarEntry): string {
  const stamp = writtenAt.toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Foyer//Foyer//EN',
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    // Nobody is busy because their access ends.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

/** Text as a value (section 3.3.11), in which no control character may stand but the tab. */
function escapeText(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/(?!\t)\p{Cc}/gu, '')
}

/** Goes on in a line that begins with a space, and breaks no character. */
function fold(line: string): string {
  const encoder = new TextEncoder()
  const folded: string[] = []
  let current = ''
  let length = 0
  for (const character of line) {
    const bytes = encoder.encode(character).length
    if (length + bytes > longestLine) {
      folded.push(current)
      current = ' '
      length = 1
    }
    current += character
    length += bytes
  }
  return [...folded, current].join('\r\n')
}
