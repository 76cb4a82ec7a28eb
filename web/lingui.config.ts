import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'de'],
  catalogs: [
    {
      path: '<rootDir>/src/language/locales/{locale}',
      include: ['<rootDir>/src'],
      exclude: ['<rootDir>/src/invitation/**'],
    },
    // The page of an invitation loads its own words, and not those of all other pages.
    {
      path: '<rootDir>/src/invitation/locales/{locale}',
      include: ['<rootDir>/src/invitation'],
    },
  ],
  orderBy: 'messageId',
  // Where a text stands changes with every line above it; its id tells as much.
  format: formatter({ origins: false }),
})
