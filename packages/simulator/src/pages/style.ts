import { readFileSync } from 'node:fs'

const files = ['tokens.css', 'house.css', 'bar.css', 'start-page.css', 'sign-in-pages.css']

/** The house look on plain CSS, in light and dark. */
export const styleSheet = files
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('\n')
