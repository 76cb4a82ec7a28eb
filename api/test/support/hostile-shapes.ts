import type { GoodToken, HostileToken } from './hostile-token.ts'
import { signInput, signToken } from './token.ts'

/** TV-02: what is not three canonical segments of which the first two are JSON objects. */
export function hostileShapes({ header, claims, key }: GoodToken): readonly HostileToken[] {
  const found: HostileToken[] = []
  const add = (row: string, name: string, token: string) => found.push({ row, name, token })
  const good = signToken(header, claims, key)
  const [h = '', c = '', s = ''] = good.split('.')
  const tid = String(claims['tid'])

  for (const token of [
    `${h}.${c}`,
    `${good}.${s}`,
    `${h}.${c}.${s}.${s}.${s}`,
    `.${c}.${s}`,
    `${h}..${s}`,
    `${h}.${c}.`,
    '...',
    '.',
    'x',
  ]) {
    add(
      'TV-02',
      `segments ${token
        .split('.')
        .map((part) => part.length)
        .join(',')}`,
      token,
    )
  }
  for (const [name, text] of [
    ['an array', '[]'],
    ['a string', '"x"'],
    ['null', 'null'],
    ['a number', '1'],
    ['nothing', ' '],
    ['half an object', '{'],
    ['a byte order mark', `\uFEFF${JSON.stringify(claims)}`],
    ['a second value', `${JSON.stringify(claims)}{}`],
    ['a member named twice', `${JSON.stringify(claims).slice(0, -1)},"oid":"${tid}"}`],
    [
      'a member named twice, once escaped',
      `${JSON.stringify(claims).slice(0, -1)},"\\u006fid":"${tid}"}`,
    ],
    ['a nested member named twice', `${JSON.stringify(claims).slice(0, -1)},"x":[{"a":1,"a":2}]}`],
  ] as const) {
    add('TV-02', `claims as ${name}`, signToken(header, text, key))
  }
  const headerText = JSON.stringify(header)
  add('TV-02', 'header as an array', signToken(`[${headerText}]`, claims, key))
  add(
    'TV-02',
    'alg named twice',
    signToken(`${headerText.slice(0, -1)},"alg":"RS256"}`, claims, key),
  )
  const invalidUtf8 = Buffer.from(JSON.stringify({ ...claims, name: '\u00ff' }), 'latin1')
  add('TV-02', 'invalid UTF-8', signInput(`${h}.${invalidUtf8.toString('base64url')}`, key))
  for (const [name, spoil] of [
    ['padding', (part: string) => `${part}=`],
    ['double padding', (part: string) => `${part}==`],
    ['a plus', (part: string) => `+${part.slice(1)}`],
    ['a slash', (part: string) => `/${part.slice(1)}`],
    ['a trailing space', (part: string) => `${part}%20`],
    ['one sign more', (part: string) => `${part}A`],
    ['a dot inside', (part: string) => `${part.slice(0, 4)}.${part.slice(4)}`],
  ] as const) {
    for (const place of [0, 1, 2]) {
      const parts = [h, c, s].map((part, each) => (each === place ? spoil(part) : part))
      add('TV-02', `${name} in segment ${place}`, parts.join('.'))
      const input = parts.slice(0, 2).join('.')
      if (place < 2) add('TV-02', `${name} in segment ${place}, signed`, signInput(input, key))
    }
  }
  return found
}
