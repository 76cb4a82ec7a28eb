import { html, type Html } from './html.ts'

/** How many colours the stylesheet has for avatars. */
const colours = 8

/** Initials on a colour that a name always has; the name itself stands beside it. */
export function avatar(name: string): Html {
  const initials = name
    .split(' ')
    .map((part) => part.charAt(0))
    .join('')
  const sum = Buffer.from(name).reduce((total, byte) => total + byte, 0)
  return html`<span class="avatar c${sum % colours}" aria-hidden="true">${initials}</span>`
}
