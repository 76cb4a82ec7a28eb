import type { Catalogues } from '../language/languages.ts'

/** The words of this page alone, which are a twentieth of the portal's. */
export const invitationCatalogues: Catalogues = {
  en: () => import('./locales/en.po'),
  de: () => import('./locales/de.po'),
}
