import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

const files: Readonly<Record<string, string>> = {
  'source-sans-3.woff2':
    '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  'newsreader.woff2': '@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2',
}

/** The house's fonts, from their packages (OFL). */
export async function fontFile(name: string): Promise<Buffer | undefined> {
  const file = files[name]
  if (!file) return undefined
  const font = await readFile(require.resolve(file))
  return font
}
