import { setTimeout as sleep } from 'node:timers/promises'
import { everyQuestion } from '@foyer/directory/probe/every-question'
import { openListener } from '@foyer/directory/probe/listener'
import { type Finding, probe, type ProbePorts } from '@foyer/directory/probe/probe'
import type { Question } from '@foyer/directory/probe/question'
import { type Clock, followClock, systemClock } from '../clock.ts'
import { ConfigurationError } from '../configuration/configuration-error.ts'
import { readConfiguration } from '../configuration/configuration.ts'
import { type Command, type CommandOutcome, UsageError } from './command.ts'
import { readProbeFile } from './probe-file.ts'
import { readProbeSetting } from './probe-setting.ts'
import { readProgress, saveProgress } from './probe-state.ts'
import { accompany, openTerminal } from './probe-terminal.ts'

const minuteMs = 60_000

export const probeCommand: Command = {
  name: 'probe',
  summary: 'finds out with test guests what no document of Microsoft states',
  operands: ['FILE'],
  options: { state: 'FILE', only: 'NAMES', patience: 'MINUTES' },
  flags: ['list', 'yes', 'give-up'],
  async run({ environment, operands: [path = ''], options, flags, progress: tell }) {
    const only = readNames(options['only'])
    const file = await readProbeFile(path)
    if (flags.has('list')) return listed(everyQuestion.filter(({ variant }) => fits(only, variant)))
    const patienceMs = readMinutes(options['patience']) * minuteMs
    const statePath = options['state'] ?? `${path}.state`
    const configuration = await readConfiguration(environment)
    const { clockUrl, publicOrigin } = configuration
    const place = readListenerPlace(publicOrigin)
    await using clock = clockUrl ? await followClock(clockUrl) : systemClock
    const setting = await readProbeSetting(configuration, file, environment, clock)
    await using listener = await openListener({ ...place, now: clock.now })
    using terminal = openTerminal()
    const ports: ProbePorts = {
      now: clock.now,
      visit: async (visit) => accompany(visit, listener, terminal, tell),
      agree: async (changes) =>
        flags.has('yes') || (await terminal.asks(`May the probe do this: it ${changes}?`)),
      pass: async (until) => stayUntil(until, clock, patienceMs, tell),
      save: async (progress) => saveProgress(statePath, progress),
      tell,
      notices:
        file.noticesAddress === undefined ? undefined : listener.notices(file.noticesAddress),
    }
    const findings = await probe(setting, ports, {
      progress: await readProgress(statePath),
      isGivenUp: flags.has('give-up'),
      ...(only ? { only } : {}),
    })
    return told(findings)
  },
}

function listed(questions: readonly Question[]): CommandOutcome {
  const lines = questions.flatMap(({ id, variant, needs, changes }) => [
    `${id} ${variant}`,
    `  needs ${needs.join('; ')}`,
    ...(changes ? [`  ${changes}`] : []),
  ])
  const data = questions.map(({ id, variant, needs, changes = null }) => ({
    id,
    variant,
    needs,
    changes,
  }))
  return { said: lines.join('\n'), data: { questions: data } }
}

/** The answers, and what a simulator has to be told to be like this organization. */
function told(findings: readonly Finding[]): CommandOutcome {
  const found = findings.flatMap(({ variant, reading }) =>
    reading && 'found' in reading ? [[variant, reading.found] as const] : [],
  )
  const next = findings.flatMap(({ waitsUntil }) => waitsUntil ?? []).toSorted()[0]
  const left = findings.flatMap(({ leftBehind }) => leftBehind ?? [])
  const open = findings.filter(({ reading }) => !reading).length
  const said = [
    `${found.length} of ${findings.length} are found out.`,
    ...(open > 0 ? [`${open} are open: run this again${next ? ` after ${next}` : ''}.`] : []),
    ...left.map((reason) => `Not taken back: ${reason}. Run this again, or do it by hand.`),
  ].join(' ')
  return { said, data: { findings, found: Object.fromEntries(found) } }
}

async function stayUntil(
  until: Date,
  { now }: Clock,
  patienceMs: number,
  tell: (line: string) => void,
): Promise<boolean> {
  const leftMs = () => until.getTime() - now().getTime()
  if (leftMs() > patienceMs) return false
  tell(`Waiting until ${until.toISOString()} …`)
  while (leftMs() > 0) await sleep(Math.min(leftMs(), minuteMs))
  return true
}

/** The redirect address of the web's registration has to be this machine. @throws {ConfigurationError} */
function readListenerPlace(publicOrigin: string): { host: string; port: number } {
  const { protocol, hostname, port } = new URL(publicOrigin)
  if (protocol !== 'http:') {
    throw new ConfigurationError('PUBLIC_ORIGIN must be this machine: http://localhost and a port')
  }
  return { host: hostname, port: Number(port || 80) }
}

function readNames(value: string | undefined): readonly string[] | undefined {
  const names = value?.split(',').map((name) => name.trim())
  const unknown = names?.find((name) => !everyQuestion.some(({ variant }) => variant === name))
  if (unknown !== undefined) throw new UsageError(`there is no question ${unknown}`)
  return names
}

function readMinutes(value = '15'): number {
  const minutes = Number(value)
  if (/^\d+$/.test(value)) return minutes
  throw new UsageError('--patience is a number of minutes')
}

function fits(only: readonly string[] | undefined, variant: string): boolean {
  return only?.includes(variant) ?? true
}
