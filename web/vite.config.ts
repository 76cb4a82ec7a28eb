import { join } from 'node:path'
import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { chunkGroups } from './build/chunks.ts'
import { compressTexts } from './build/compress.ts'

export default defineConfig({
  plugins: [react(), lingui({ failOnCompileError: true, failOnMissing: true }), compressTexts()],
  build: {
    // The policy allows no data: font, and a file of its own is cached for a year.
    assetsInlineLimit: 0,
    target: 'es2022',
    rolldownOptions: {
      input: {
        index: 'index.html',
        // Whoever opens an invitation has nothing of Foyer yet, and perhaps a slow telephone.
        invitation: 'invitation.html',
      },
      output: {
        codeSplitting: {
          groups: chunkGroups(join(import.meta.dirname, 'src', 'invitation', 'main.tsx')),
        },
      },
    },
  },
})
