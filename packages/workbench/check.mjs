// `npm run check`: everything that holds without a browser, quickest first.
import { prepareWorkspace, Refusal } from './workspace.mjs'
import { printTotal, runChecks } from './checks.mjs'

try {
  await prepareWorkspace()
  printTotal(await runChecks())
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
}
