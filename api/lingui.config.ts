import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'de'],
  catalogs: [{ path: '<rootDir>/src/mail/locales/{locale}', include: ['<rootDir>/src/mail'] }],
  orderBy: 'messageId',
  // Where a text stands changes with every line above it; its id tells as much.
  format: formatter({ origins: false }),
})
