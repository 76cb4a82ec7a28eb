import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressTexts } from './build/compress.ts'

export default defineConfig({
  plugins: [react(), lingui({ failOnCompileError: true, failOnMissing: true }), compressTexts()],
  build: {
    // The policy allows no data: font, and a file of its own is cached for a year.
    assetsInlineLimit: 0,
    target: 'es2022',
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every page needs: two files that compress well in place of thirty that do not,
          // and the first changes only with its versions.
          groups: [
            {
              name: 'libraries',
              test: /node_modules\/(@azure|@griffel|@lingui|keyborg|react|react-dom|react-router|scheduler|stylis|typebox|use-sync-external-store)\//,
            },
            {
              name: 'foyer',
              test: /\/web\/src\/(context|explanation|failure|paths|problems|refusals|language\/(?!locales)|session|theme|ui)/,
            },
          ],
        },
      },
    },
  },
})
