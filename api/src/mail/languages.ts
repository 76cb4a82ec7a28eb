import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type I18n, setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { parsePo } from 'pofile-ts'

/** The languages in which mails are written, and how dates are in them. */
const regions = { en: 'en-GB', de: 'de-DE' } as const
type Language = keyof typeof regions

const languages = new Map(
  (Object.keys(regions) as Language[]).map((language) => [language, load(language)]),
)

/** The first of the wanted languages in which mails are written, else English. */
export function languageOf(...wanted: readonly string[]): I18n {
  for (const tag of wanted) {
    const found = languages.get(tag.toLowerCase().split('-')[0] as Language)
    if (found) return found
  }
  return languages.get('en') as I18n
}

function load(language: Language): I18n {
  const text = readFileSync(join(import.meta.dirname, 'locales', `${language}.po`), 'utf8')
  const messages = Object.fromEntries(
    parsePo(text).items.map(({ msgid, msgstr }) => [msgid, compileMessage(msgstr.join(''))]),
  )
  return setupI18n({
    locale: language,
    locales: [regions[language]],
    messages: { [language]: messages },
  })
}
