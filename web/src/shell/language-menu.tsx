import { LocalLanguageRegular } from '@fluentui/react-icons/svg/local-language'
import { useLingui } from '@lingui/react'
import { chooseLanguage, languages } from '../language/languages.ts'
import { HeaderMenu } from './header-menu.tsx'
import styles from './shell.module.css'

/** The language is always visible, and named in itself. */
export function LanguageMenu() {
  const { i18n } = useLingui()
  const current = languages.find(({ tag }) => tag === i18n.locale) ?? languages[0]
  return (
    <HeaderMenu
      label={i18n._(
        /*i18n*/ {
          id: 'header.language',
          message: 'Language: {name}',
          values: { name: current.name },
        },
      )}
      icon={<LocalLanguageRegular />}
      caption={<span className={styles.languageName}>{current.name}</span>}
      entries={languages.map(({ tag, name }) => ({
        key: tag,
        words: name,
        lang: tag,
        isChosen: tag === current.tag,
        choose: () => void chooseLanguage(tag),
      }))}
    />
  )
}
