import { html } from './html.ts'

/** Drawn here, on a grid of 20; they repeat a word and are hidden from assistive technology. */
export const flask = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
  <path
    d="M8 2.5h4M8.5 2.5v5.2L4.6 15a1.6 1.6 0 0 0 1.4 2.5h8a1.6 1.6 0 0 0 1.4-2.5l-3.9-7.3V2.5M6 13h8"
  />
</svg>`

export const forward = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
  <path d="m3.5 5 6 5-6 5zM10.5 5l6 5-6 5z" />
</svg>`

export const open = html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
  <path
    d="M8 4H5.5A1.5 1.5 0 0 0 4 5.5v9A1.5 1.5 0 0 0 5.5 16h9a1.5 1.5 0 0 0 1.5-1.5V12M11.500 4H16v4.500M16 4l-6 6"
  />
</svg>`
