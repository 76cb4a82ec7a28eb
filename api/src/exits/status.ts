import type { ExitStatus } from '@foyer/contracts/exit-request'
import type { ExitRequestRow, ExitWords } from './request.ts'

type Progress = Omit<ExitStatus, 'organization' | 'endedAt' | 'privacyContact'>

/** How a request goes, by its dates; nothing in it names anybody. */
export function tellProgress(row: ExitRequestRow, now: Date): Progress {
  const { state, askedAt, opensAt, dueAt, answeredAt, removalAt } = row
  return {
    state,
    askedAt: askedAt.toISOString(),
    ...(state === 'waiting' && opensAt ? { opensAt: opensAt.toISOString() } : {}),
    dueAt: dueAt.toISOString(),
    isOverdue: (state === 'open' || state === 'waiting') && now >= dueAt,
    ...(answeredAt ? { answeredAt: answeredAt.toISOString() } : {}),
    ...(state === 'granted' && removalAt ? { removalAt: removalAt.toISOString() } : {}),
  }
}

/** As whoever was given its address reads it. */
export function tellStatus(
  row: ExitRequestRow,
  words: ExitWords,
  slug: string,
  now: Date,
): ExitStatus {
  const { organization, privacyContact } = words
  return {
    organization: { slug, name: organization },
    ...tellProgress(row, now),
    ...(row.endedAt ? { endedAt: row.endedAt.toISOString() } : {}),
    ...(privacyContact === undefined ? {} : { privacyContact }),
  }
}
