import { LocalLanguageRegular } from '@fluentui/react-icons/svg/local-language'
import { Trans, useLingui } from '@lingui/react'
import { chooseLanguage, languages } from '../language/languages.ts'
import { portalCatalogues } from '../language/portal-catalogues.ts'
import { HeaderMenu } from './header-menu.tsx'
import styles from './shell.module.css'

/** The language is always visible, and named in itself. */
export function LanguageMenu() {
  const { i18n } = useLingui()
  const current = languages.find(({ tag }) => tag === i18n.locale) ?? languages[0]
  return (
    <HeaderMenu
      icon={<LocalLanguageRegular />}
      caption={
        <>
          <span className="foyer-hidden">
            <Trans id="header.language" message="Language:" />{' '}
          </span>
          <span className={styles.languageName}>{current.name}</span>
        </>
      }
      entries={languages.map(({ tag, name }) => ({
        key: tag,
        words: name,
        lang: tag,
        isChosen: tag === current.tag,
        choose: () => void chooseLanguage(tag, portalCatalogues),
      }))}
    />
  )
}
