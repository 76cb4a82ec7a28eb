import { i18n, type Messages } from '@lingui/core'

interface Language {
  readonly tag: string
  /** The language's name in itself, because whoever looks for it reads it. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  readonly defaultRegion: string
  readonly load: () => Promise<{ messages: Messages }>
}

const key = 'foyer.language'

export const languages: readonly [Language, ...Language[]] = [
  {
    tag: 'en',
    name: 'English',
    direction: 'ltr',
    defaultRegion: 'en-GB',
    load: () => import('./locales/en.po'),
  },
  {
    tag: 'de',
    name: 'Deutsch',
    direction: 'ltr',
    defaultRegion: 'de-DE',
    load: () => import('./locales/de.po'),
  },
]

/** The language that was chosen here, else the first of the browser's that Foyer speaks. */
export function findLanguage(storage: Storage, wanted: readonly string[]): Language {
  const tags = [storage.getItem(key) ?? '', ...wanted].map((tag) => tag.split('-')[0])
  const found = tags.flatMap((tag) => languages.filter((language) => language.tag === tag))
  return found[0] ?? languages[0]
}

export async function activateLanguage({
  tag,
  direction,
  defaultRegion,
  load,
}: Language): Promise<void> {
  const { messages } = await load()
  document.documentElement.lang = tag
  document.documentElement.dir = direction
  // Words in the language, dates as the person's own region writes them in it.
  const regions = navigator.languages.filter((locale) => locale.split('-')[0] === tag)
  i18n.loadAndActivate({ locale: tag, locales: [...regions, defaultRegion], messages })
}

export async function chooseLanguage(tag: string): Promise<void> {
  const language = languages.find((candidate) => candidate.tag === tag)
  if (!language) return
  localStorage.setItem(key, tag)
  await activateLanguage(language)
}
