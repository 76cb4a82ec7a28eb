import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{api,packages,web}/**/*.test.{ts,tsx}'],
    pool: 'threads',
  },
})
