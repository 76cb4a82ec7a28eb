import type { BrowserConfiguration } from '@foyer/contracts/browser-configuration'

const names = [
  'authority',
  'signInEndpoints',
  'clientId',
  'scope',
  'resourceManager',
  'leavePage',
] as const

/**
 * Reads what the server wrote into the page for this host.
 *
 * @throws {Error} when the block is missing or was served without its values.
 */
export function readConfiguration(page: Document): BrowserConfiguration {
  const text = page.getElementById('foyer-configuration')?.textContent ?? ''
  const values = JSON.parse(text) as Record<string, unknown>
  for (const name of names) {
    if (typeof values[name] !== 'string') throw new Error(`The page's configuration lacks ${name}.`)
  }
  return values as unknown as BrowserConfiguration
}
