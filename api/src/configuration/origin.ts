import { ConfigurationError } from './configuration-error.ts'

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * An origin over https; over http only where it never leaves the machine. That one exception is
 * what lets a simulator stand in for Microsoft, and nothing else in here knows of it.
 */
export function readOrigin(value: string, place: string): string {
  const url = URL.parse(value)
  if (!url || url.origin !== value) {
    throw new ConfigurationError(`${place} must be an origin like https://portal.example`)
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback.test(url.hostname))) {
    throw new ConfigurationError(`${place} must be https unless its host is loopback`)
  }
  return value
}

export function readHttpsOrigin(value: string, place: string): string {
  const origin = readOrigin(value, place)
  if (!origin.startsWith('https:')) throw new ConfigurationError(`${place} must be https`)
  return origin
}
