import type { GoodToken, HostileToken } from './hostile-token.ts'
import { signToken } from './token.ts'

/** Spellings of a good token that differ from it in one place. */
export function mutationsOf({ header, claims, key }: GoodToken): readonly HostileToken[] {
  const good = signToken(header, claims, key)
  const found: HostileToken[] = []
  for (let place = 0; place < good.length; place += 1) {
    const sign = good[place] ?? ''
    const next = sign === '.' ? '-' : String.fromCharCode(sign.charCodeAt(0) ^ 1)
    found.push({
      row: 'flip',
      name: `sign ${place}`,
      token: good.slice(0, place) + next + good.slice(place + 1),
    })
    if (place % 7 === 0) {
      found.push({ row: 'cut', name: `after ${place}`, token: good.slice(0, place) })
      found.push({
        row: 'drop',
        name: `sign ${place}`,
        token: good.slice(0, place) + good.slice(place + 1),
      })
      found.push({
        row: 'double',
        name: `sign ${place}`,
        token: good.slice(0, place) + sign + good.slice(place),
      })
    }
  }
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const segments = good.split('.')
  for (const [place, segment] of segments.entries()) {
    for (const sign of alphabet) {
      const parts = segments.with(place, segment.slice(0, -1) + sign)
      if (parts.join('.') !== good) {
        found.push({
          row: 'last sign',
          name: `${sign} in segment ${place}`,
          token: parts.join('.'),
        })
      }
    }
  }
  return found
}
