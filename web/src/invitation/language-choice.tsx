import { LocalLanguageRegular } from '@fluentui/react-icons/headless/svg/local-language'
import { Trans, useLingui } from '@lingui/react'
import { chooseLanguage, languages } from '../language/languages.ts'
import { invitationCatalogues } from './invitation-catalogues.ts'
import styles from './language-choice.module.css'

/** The language is always visible, and named in itself. */
export function LanguageChoice() {
  const { i18n } = useLingui()
  return (
    <label className={styles.language}>
      <LocalLanguageRegular />
      <span className="foyer-hidden">
        <Trans id="shell.language" message="Language:" />
      </span>
      <select
        value={i18n.locale}
        onChange={({ target }) => void chooseLanguage(target.value, invitationCatalogues)}
      >
        {languages.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
