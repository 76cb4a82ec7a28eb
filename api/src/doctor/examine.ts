import { followClock, systemClock } from '../clock.ts'
import { type Configuration, readConfiguration } from '../configuration/configuration.ts'
import { ConfigurationError } from '../configuration/configuration-error.ts'
import { readWebRoot } from '../http/web-root.ts'
import { examineClock } from './examine-clock.ts'
import { examineIdentity, missingIdentities } from './examine-identity.ts'
import { examineLeaveContext } from './examine-leave-context.ts'
import { examineNamedPortals } from './examine-named-portals.ts'
import { examineNotifications } from './examine-notifications.ts'
import { examineOperatorActs } from './examine-operator-acts.ts'
import { examineStore } from './examine-store.ts'
import type { Finding } from './finding.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Looks at everything that Foyer needs, changes nothing, and tells what it finds.
 *
 * @param progress told of each part before it is looked at.
 */
export async function examine(
  environment: Environment,
  progress: (line: string) => void,
): Promise<readonly Finding[]> {
  progress('configuration')
  const configuration = await read(environment)
  if ('level' in configuration) return [configuration]
  const { organizations, publicOrigin, signIn, graph, notificationOrigin } = configuration
  const count = `${organizations.length} organizations, ${publicOrigin}`
  const findings: Finding[] = [{ level: 'ok', about: 'configuration', said: count }]

  progress('store')
  findings.push(...(await examineStore(configuration)))
  progress('clock')
  findings.push(await examineClock(configuration))
  if (notificationOrigin) {
    progress('notifications')
    findings.push(await examineNotifications(notificationOrigin))
  }

  await using clock = await clockOf(configuration)
  const place = { authority: signIn.authority, endpoints: signIn.endpoints, graph, now: clock.now }
  for (const organization of organizations) {
    // A portal for trying out is named nowhere.
    if (publicOrigin.startsWith('https:')) {
      progress(`${organization.slug} domains`)
      findings.push(...(await examineNamedPortals(organization, publicOrigin)))
    }
    findings.push(...missingIdentities(organization))
    for (const [name, credential] of Object.entries(organization.identities)) {
      progress(`${organization.slug} ${name}`)
      findings.push(...(await examineIdentity(place, organization, name, credential)))
    }
    findings.push(...(await examineLeaveContext(place, organization)))
    findings.push(...examineOperatorActs(organization))
  }
  return findings
}

async function read(environment: Environment): Promise<Configuration | Finding> {
  try {
    const configuration = await readConfiguration(environment)
    await readWebRoot(configuration)
    return configuration
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return {
      level: 'wrong',
      about: 'configuration',
      said: error.message,
      fix: 'docs/entra-setup.md, 4 and 5',
    }
  }
}

async function clockOf({ clockUrl }: Configuration) {
  return clockUrl ? followClock(clockUrl) : systemClock
}
