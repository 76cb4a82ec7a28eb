import { readFileSync } from 'node:fs'

/** The house look on plain CSS (ux/UX.md 2), in light and dark. */
export const styleSheet = readFileSync(new URL('style.css', import.meta.url), 'utf8')
