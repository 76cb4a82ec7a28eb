/** Why the process refuses to start, in one sentence for whoever set it up. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}
