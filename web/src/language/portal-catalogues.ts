import type { Catalogues } from './languages.ts'

/** The words of the portal's own pages. */
export const portalCatalogues: Catalogues = {
  en: () => import('./locales/en.po'),
  de: () => import('./locales/de.po'),
}
