import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { ConfigurationError } from './configuration-error.ts'
import { type ConnectedOrganization, readOrganizations } from './connected-organization.ts'
import { type FoyerFile, parseFoyerFile } from './foyer-file.ts'
import { type MailTransportSetting, readMailTransport } from './mail-setting.ts'
import { readHttpsOrigin, readOrigin } from './origin.ts'
import { readSigningPlace, type SigningPlace } from './signing-place.ts'
import { readStorePlace, type StorePlace } from './store-place.ts'

export interface SignIn {
  /** The https origin that names the sign-in service: issuers begin with it. */
  readonly authority: string
  /** The origin that serves its endpoints. */
  readonly endpoints: string
  readonly webClientId: string
  readonly apiClientId: string
  /** In full, as the browser asks for it. */
  readonly scope: string
  /** Its last word, as it stands in the tokens. */
  readonly scopeName: string
  /** The origin of Microsoft's own page for leaving an organization. */
  readonly leavePage: string
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export interface Configuration {
  /** Where people see the portal. The Host of a request is never used for anything. */
  readonly publicOrigin: string
  readonly port: number
  readonly host: string
  /** Where the numbers of the process are told; undefined where nobody asks for them. */
  readonly metricsDoor: { readonly port: number; readonly host: string } | undefined
  readonly webRoot: string
  readonly clockUrl: string | undefined
  readonly logLevel: LogLevel
  /** Addresses whose X-Forwarded-For counts. */
  readonly trustedProxies: readonly string[]
  readonly signIn: SignIn
  readonly graph: string
  /** The origin of Azure Resource Manager. */
  readonly resourceManager: string
  /** With which fresh sign-ins are asked for; the same in all processes that share the work. */
  readonly challengeKey: Uint8Array
  readonly organizations: readonly ConnectedOrganization[]
  readonly store: StorePlace
  /** Whether this process works on steps, or leaves that to others. */
  readonly works: boolean
  readonly signing: SigningPlace
  /** Whether this process reads the feeds of the organizations, or leaves that to others. */
  readonly followsFeeds: boolean
  /** Where directories tell that something changed; undefined where nothing reaches the portal. */
  readonly notificationOrigin: string | undefined
  /** How mails leave; undefined where they wait. */
  readonly mail: MailTransportSetting | undefined
  /** Where a collector takes traces by OTLP; undefined where nobody asked for them. */
  readonly traceEndpoint: string | undefined
}

/**
 * Reads environment and foyer.json once.
 *
 * @throws {ConfigurationError} for whatever is missing, unknown or unsafe.
 */
export async function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Configuration> {
  const path = resolve(environment['FOYER_CONFIG'] || 'foyer.json')
  const text = await readFile(path, 'utf8').catch(() => {
    throw new ConfigurationError(`${path} cannot be read; FOYER_CONFIG says where foyer.json is`)
  })
  const file = parseFoyerFile(text, path)
  const organizations = await readOrganizations(file.organizations, dirname(path), environment)
  const mail = readMailTransport(file.mail, environment)
  refuseUnsent(organizations, mail)
  return Object.freeze({
    publicOrigin: readOrigin(environment['PUBLIC_ORIGIN'] ?? '', 'PUBLIC_ORIGIN'),
    port: readPort(environment['PORT'] || '4280', 'PORT'),
    host: environment['HOST'] || 'localhost',
    metricsDoor: readMetricsDoor(environment),
    webRoot: resolve(environment['WEB_ROOT'] || 'web/dist'),
    clockUrl: readClockUrl(environment['CLOCK_URL'], environment['NODE_ENV']),
    logLevel: readLogLevel(environment['LOG_LEVEL'] || 'info'),
    trustedProxies: Object.freeze(
      (environment['TRUSTED_PROXIES'] ?? '').split(',').flatMap((each) => each.trim() || []),
    ),
    signIn: readSignIn(file.signIn),
    graph: readOrigin(file.graph, 'graph'),
    resourceManager: readOrigin(
      file.resourceManager ?? 'https://management.azure.com',
      'resourceManager',
    ),
    challengeKey: readChallengeKey(environment['CHALLENGE_KEY']),
    organizations: Object.freeze(organizations),
    store: readStorePlace(environment),
    works: readSwitch(environment['WORK'] || 'on', 'WORK'),
    signing: readSigningPlace(environment),
    followsFeeds: readSwitch(environment['FOLLOW_FEEDS'] || 'on', 'FOLLOW_FEEDS'),
    notificationOrigin: environment['NOTIFICATION_ORIGIN']
      ? readOrigin(environment['NOTIFICATION_ORIGIN'], 'NOTIFICATION_ORIGIN')
      : undefined,
    mail,
    traceEndpoint: readTraceEndpoint(environment['OTEL_EXPORTER_OTLP_ENDPOINT']),
  })
}

/** Whoever names a sender means that its mails are sent. */
function refuseUnsent(
  organizations: readonly ConnectedOrganization[],
  mail: MailTransportSetting | undefined,
): void {
  for (const [place, organization] of organizations.entries()) {
    if (!organization.mail) continue
    if (!mail)
      throw new ConfigurationError(`organizations.${place}.mail needs mail, which is missing`)
    const needsMailer = mail.transport === 'graph' || mail.signIn.kind === 'oauth'
    if (needsMailer && !organization.identities.mailer) {
      throw new ConfigurationError(`organizations.${place}.mail needs identities.mailer`)
    }
  }
}

function readSignIn(signIn: FoyerFile['signIn']): SignIn {
  const authority = readHttpsOrigin(signIn.authority, 'signIn.authority')
  const endpoints = readOrigin(signIn.endpoints, 'signIn.endpoints')
  const webClientId = signIn.webClientId.toLowerCase()
  const apiClientId = signIn.apiClientId.toLowerCase()
  if (webClientId === apiClientId) {
    // With one registration for both, an ID token would pass for an access token.
    throw new ConfigurationError('signIn.webClientId and signIn.apiClientId must differ')
  }
  const scopeName = signIn.scope.slice(signIn.scope.lastIndexOf('/') + 1)
  const leavePage = readHttpsOrigin(
    signIn.leavePage ?? 'https://myaccount.microsoft.com',
    'signIn.leavePage',
  )
  return Object.freeze({
    ...signIn,
    authority,
    endpoints,
    webClientId,
    apiClientId,
    scopeName,
    leavePage,
  })
}

function readPort(value: string, name: string): number {
  const port = Number(value)
  if (/^\d{1,5}$/.test(value) && port <= 65_535) return port
  throw new ConfigurationError(`${name} must be a number from 0 to 65535`)
}

/** A port of its own: a proxy that shows people the portal must not show them this. */
function readMetricsDoor(
  environment: Readonly<Record<string, string | undefined>>,
): Configuration['metricsDoor'] {
  if (!environment['METRICS_PORT']) return undefined
  const port = readPort(environment['METRICS_PORT'], 'METRICS_PORT')
  if (port > 0 && port === Number(environment['PORT'] || '4280')) {
    throw new ConfigurationError('METRICS_PORT must be another port than PORT')
  }
  return Object.freeze({ port, host: environment['METRICS_HOST'] || '127.0.0.1' })
}

function readLogLevel(value: string): LogLevel {
  const level = logLevels.find((each) => each === value)
  if (level) return level
  throw new ConfigurationError(`LOG_LEVEL must be one of ${logLevels.join(', ')}`)
}

/** One that nobody set is known to this process only: a restart asks once more for a sign-in. */
function readChallengeKey(value: string | undefined): Uint8Array {
  if (!value) return randomBytes(32)
  if (/^[\w-]{43,}$/.test(value)) return Buffer.from(value, 'base64url')
  throw new ConfigurationError('CHALLENGE_KEY must be 32 random bytes or more in base64url')
}

function readSwitch(value: string, name: string): boolean {
  if (value === 'on' || value === 'off') return value === 'on'
  throw new ConfigurationError(`${name} must be on or off`)
}

/** Of OpenTelemetry's own name and form: to its end, `/v1/traces` is put. */
function readTraceEndpoint(value: string | undefined): string | undefined {
  if (!value) return undefined
  const url = URL.parse(value)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search) {
    throw new ConfigurationError(
      'OTEL_EXPORTER_OTLP_ENDPOINT must be a URL like http://localhost:4318',
    )
  }
  return value.replace(/\/+$/, '')
}

/** Whoever moves the clock decides which tokens are valid. */
function readClockUrl(value: string | undefined, mode: string | undefined): string | undefined {
  if (!value) return undefined
  if (mode === 'production') throw new ConfigurationError('CLOCK_URL is refused in production')
  const url = URL.parse(value)
  if (!url) throw new ConfigurationError('CLOCK_URL must be a URL')
  readOrigin(url.origin, 'CLOCK_URL')
  return value
}
