import { i18n, type Messages } from '@lingui/core'

interface Language {
  readonly tag: 'en' | 'de'
  /** The language's name in itself, because whoever looks for it reads it. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  readonly defaultRegion: string
}

/** Where a page's words come from: those of each language are loaded when they are wanted. */
export type Catalogues = Readonly<Record<Language['tag'], () => Promise<{ messages: Messages }>>>

const key = 'foyer.language'

export const languages: readonly [Language, ...Language[]] = [
  { tag: 'en', name: 'English', direction: 'ltr', defaultRegion: 'en-GB' },
  { tag: 'de', name: 'Deutsch', direction: 'ltr', defaultRegion: 'de-DE' },
]

/** The language that was chosen here, else the first of those wanted that Foyer speaks. */
export function findLanguage(storage: Storage, wanted: readonly string[]): Language {
  const tags = [storage.getItem(key) ?? '', ...wanted].map((tag) => tag.split('-')[0])
  const found = tags.flatMap((tag) => languages.filter((language) => language.tag === tag))
  return found[0] ?? languages[0]
}

export async function activateLanguage(
  { tag, direction, defaultRegion }: Language,
  catalogues: Catalogues,
): Promise<void> {
  const { messages } = await catalogues[tag]()
  document.documentElement.lang = tag
  document.documentElement.dir = direction
  // Words in the language, dates as the person's own region writes them in it.
  const regions = navigator.languages.filter((locale) => locale.split('-')[0] === tag)
  i18n.loadAndActivate({ locale: tag, locales: [...regions, defaultRegion], messages })
}

export async function chooseLanguage(tag: string, catalogues: Catalogues): Promise<void> {
  const language = languages.find((candidate) => candidate.tag === tag)
  if (!language) return
  localStorage.setItem(key, tag)
  await activateLanguage(language, catalogues)
}
