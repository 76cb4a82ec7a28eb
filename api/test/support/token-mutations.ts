import type { GoodToken, HostileToken } from './hostile-token.ts'
import { signToken } from './token.ts'

const segmentNames = ['header', 'claims', 'signature'] as const
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Spellings of a good token that differ from it at one place of one segment. */
export function mutationsOf(
  { header, claims, key }: GoodToken,
  segmentName: (typeof segmentNames)[number],
): readonly HostileToken[] {
  const segments = signToken(header, claims, key).split('.')
  const at = segmentNames.indexOf(segmentName)
  const segment = segments[at] ?? ''
  const found: HostileToken[] = []
  const add = (row: string, place: number | string, spoiled: string) => {
    if (spoiled === segment) return
    found.push({ row, name: String(place), token: segments.with(at, spoiled).join('.') })
  }
  for (let place = 0; place < segment.length; place += 1) {
    const sign = segment[place] ?? ''
    const before = segment.slice(0, place)
    const after = segment.slice(place + 1)
    add('flip', place, `${before}${String.fromCharCode(sign.charCodeAt(0) ^ 1)}${after}`)
    if (place % 7 !== 0) continue
    add('cut', place, before)
    add('drop', place, before + after)
    add('double', place, `${before}${sign}${sign}${after}`)
    add('break', place, `${before}.${sign}${after}`)
  }
  for (const sign of alphabet) add('last sign', sign, segment.slice(0, -1) + sign)
  return found
}
