import { dirname, sep } from 'node:path'
import type { Rolldown } from 'vite'

/**
 * Which files the build writes beside those of each page: what every page of the portal needs, in few
 * files that compress well; and before that what the light entry needs too, so that it loads nothing
 * of the others. Libraries stand by themselves, since they change only with their versions.
 *
 * @param lightEntry the path of its first module.
 */
export function chunkGroups(lightEntry: string): Rolldown.CodeSplittingGroup[] {
  const isReached = readReach(lightEntry)
  const isLibrary = (id: string) => id.includes('/node_modules/')
  const isItsOwn = (id: string) => id.startsWith(dirname(lightEntry) + sep)
  return [
    {
      name: (id, modules) => (isLibrary(id) && isReached(id, modules) ? 'basics' : null),
      priority: 2,
    },
    {
      name: (id, modules) => (!isItsOwn(id) && isReached(id, modules) ? 'shared' : null),
      priority: 1,
    },
    {
      name: 'libraries',
      test: /node_modules\/(@azure|@griffel|@lingui|keyborg|react|react-dom|react-router|scheduler|stylis|typebox|use-sync-external-store)\//,
    },
    {
      name: 'foyer',
      test: /\/web\/src\/(context|explanation|failure|paths|problems|refusals|language\/(?!locales)|session|theme|ui)/,
    },
  ]
}

/** Tells of a module whether an entry loads it at its start; anew for each build while one watches. */
function readReach(entry: string) {
  const passes = new WeakMap<Rolldown.ChunkingContext, ReadonlySet<string>>()
  return (id: string, modules: Rolldown.ChunkingContext): boolean => {
    const reached = passes.get(modules) ?? reachFrom(entry, modules)
    passes.set(modules, reached)
    return reached.has(id)
  }
}

function reachFrom(entry: string, modules: Rolldown.ChunkingContext): ReadonlySet<string> {
  const reached = new Set<string>()
  const reach = (id: string): void => {
    if (reached.has(id)) return
    reached.add(id)
    // The graph gives the same list again for the next module.
    const { importedIds = [] } = modules.getModuleInfo(id) ?? {}
    Array.from(importedIds).forEach(reach)
  }
  reach(entry)
  return reached
}
