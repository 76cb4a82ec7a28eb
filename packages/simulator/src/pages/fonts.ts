import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const files: Readonly<Record<string, string>> = {
  'source-sans-3.woff2': import.meta
    .resolve('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2'),
  'newsreader.woff2': import.meta
    .resolve('@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2'),
}

/** The house's fonts, from their packages (OFL). */
export async function fontFile(name: string): Promise<Buffer | undefined> {
  const file = Object.hasOwn(files, name) ? files[name] : undefined
  if (!file) return undefined
  const font = await readFile(fileURLToPath(file))
  return font
}
