import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

/**
 * Makes a process wrong on purpose: one module of the program is loaded with some of its text
 * replaced. A text that is not there stops the process, so that no mutation is lost when the program
 * changes.
 */
export function mutate(module: string, changes: readonly (readonly [from: string, to: string])[]) {
  registerHooks({
    load(url, context, nextLoad) {
      if (!url.endsWith(`/api/src/${module}`) && !url.endsWith(`/packages/${module}`)) {
        return nextLoad(url, context)
      }
      let source = readFileSync(fileURLToPath(url), 'utf8')
      for (const [from, to] of changes) {
        if (!source.includes(from)) throw new Error(`${module} has no ${from}`)
        source = source.replace(from, to)
      }
      return { format: 'module-typescript', source, shortCircuit: true }
    },
  })
}
