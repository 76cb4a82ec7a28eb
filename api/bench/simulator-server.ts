// The simulator in a process of its own, so that its work and memory are not ours.
import { startSimulator } from '@foyer/simulator/simulator'
import type { SimulatorSetting, SimulatorWord } from './simulator-process.ts'

const { deltaPage, size } = JSON.parse(process.argv[2] ?? '') as SimulatorSetting
const simulator = await startSimulator({
  portalOrigin: 'http://localhost:4280',
  world: 'optimist',
  variants: { deltaPage },
})
const startedAt = performance.now()
if (size) simulator.seed('contoso', size)
process.send?.({
  url: simulator.url,
  authority: simulator.authority,
  registrations: simulator.registrations(),
  seedSeconds: (performance.now() - startedAt) / 1000,
} satisfies SimulatorWord)
process.once('disconnect', () => process.exit())
