import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compressTexts } from './compress.ts'

let root: string
let files: string[]

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'foyer-build-'))
  const words = Array.from({ length: 400 }, (_, number) => `guest ${number}`)
  await writeFile(join(root, 'index.html'), '<script type="module" src="/long.js"></script>')
  await writeFile(
    join(root, 'long.js'),
    `console.log(${JSON.stringify(words)}); import('./short.js')`,
  )
  await writeFile(join(root, 'short.js'), 'export default 1')
  await build({ root, configFile: false, logLevel: 'silent', plugins: [compressTexts()] })
  files = await readdir(join(root, 'dist', 'assets'))
})
afterAll(async () => rm(root, { recursive: true }))

test('what is long stands beside itself in both codings, and says the same in them', async () => {
  const name = files.find((file) => /^index-.*\.js$/.test(file)) ?? ''
  const read = async (ending: string) => readFile(join(root, 'dist', 'assets', name + ending))
  const text = await read('')
  expect(text.toString()).toContain('guest 399')
  for (const [ending, unpack] of [
    ['.br', brotliDecompressSync],
    ['.gz', gunzipSync],
  ] as const) {
    const packed = await read(ending)
    expect(packed.byteLength).toBeLessThan(text.byteLength / 2)
    expect(unpack(packed)).toEqual(text)
  }
})

test('what is short, and the page, which is written anew for each request, are not packed', async () => {
  expect(files.filter((file) => file.startsWith('short'))).toHaveLength(1)
  expect(await readdir(join(root, 'dist'))).toEqual(['assets', 'index.html'])
})
