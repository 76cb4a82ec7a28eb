// The simulator as a process of its own: PORT, SMTP_PORT, PORTAL_ORIGIN and WORLD in the environment.
// STATE names a file from which the world goes on, if it is there, and into which it is saved at the end.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { startSimulator } from './simulator.ts'
import { isWorldName, worldNames } from './worlds.ts'

const world = process.env['WORLD'] ?? 'pessimist'
if (!isWorldName(world)) {
  throw new Error(`WORLD is "${world}": it is one of ${worldNames.join(', ')}.`)
}
const stateFile = process.env['STATE']

const simulator = await startSimulator({
  port: Number(process.env['PORT'] ?? 4281),
  smtpPort: Number(process.env['SMTP_PORT'] ?? 0),
  portalOrigin: process.env['PORTAL_ORIGIN'] ?? 'http://localhost:4280',
  world,
  ...(stateFile && existsSync(stateFile) ? { state: readFileSync(stateFile) } : {}),
})
console.log(`The simulator answers at ${simulator.url}, and takes mail at ${simulator.smtpUrl}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    if (stateFile) {
      // Whoever is killed while writing leaves the earlier state whole.
      writeFileSync(`${stateFile}.new`, simulator.save())
      renameSync(`${stateFile}.new`, stateFile)
    }
    void simulator.close()
  })
}
