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
  },
})
