import { followClock, systemClock } from '../clock.ts'
import { readConfiguration } from '../configuration/configuration.ts'
import { createMetrics } from '../metrics/metrics.ts'
import { openDirectory } from '../open-directory.ts'
import { syncOrganization } from '../projection/projection.ts'
import { openStore } from '../store/store.ts'
import { type Command, UsageError } from './command.ts'

export const syncCommand: Command = {
  name: 'sync',
  summary: 'reads what has changed in the directories, as the process does once a minute',
  operands: [],
  options: { organization: 'SLUG' },
  async run({ environment, options, progress }) {
    const configuration = await readConfiguration(environment)
    const { organization: asked } = options
    const organizations = configuration.organizations.filter(
      ({ slug }) => asked === undefined || slug === asked,
    )
    if (organizations.length === 0) throw new UsageError(`no organization is called ${asked}`)
    const { clockUrl } = configuration
    await using clock = clockUrl ? await followClock(clockUrl) : systemClock
    await using store = await openStore(configuration)
    const directory = openDirectory(configuration, clock, createMetrics())
    const data: Record<string, unknown> = {}
    for (const { organizationId, slug } of organizations) {
      progress(`${slug}: reading`)
      const sync = await syncOrganization({ store, directory, clock }, organizationId)
      const { guests, groups, asked: people, swept } = sync
      data[slug] = {
        changes: guests.changes + groups.changes,
        unreadable: guests.unreadable + groups.unreadable,
        peopleAskedFor: people,
        pagesSwept: swept,
      }
    }
    const slugs = organizations.map(({ slug }) => slug).join(', ')
    return { said: `What is remembered of ${slugs} is up to date.`, data }
  },
}
