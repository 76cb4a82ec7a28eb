import { type Configuration, readConfiguration } from '../configuration/configuration.ts'
import { openStore } from '../store/store.ts'
import { leaveWord, setHalt } from '../work/halt.ts'
import { type ListedStep, listSteps, type StepState } from '../work/list-steps.ts'
import { retrySteps } from '../work/retry.ts'
import { type Command, type CommandCall, UsageError } from './command.ts'

const states: readonly StepState[] = ['waiting', 'dead', 'done']

export const workListCommand: Command = {
  name: 'work list',
  summary: 'what waits or was given up, and why',
  operands: [],
  options: { organization: 'SLUG', state: states.join('|') },
  async run(call) {
    const configuration = await readConfiguration(call.environment)
    const state = states.find((each) => each === (call.options['state'] ?? 'waiting'))
    if (!state) throw new UsageError(`--state is one of ${states.join(', ')}`)
    const organizations = chosen(configuration, call)
    await using store = await openStore(configuration)
    const { steps, count, halt } = await listSteps(
      store,
      organizations.map(({ organizationId }) => organizationId),
      state,
    )
    const slugOf = ({ organizationId }: ListedStep) =>
      organizations.find((each) => each.organizationId === organizationId)?.slug ?? ''
    const lines = steps.map((step) => {
      const because = step.because ? `  ${step.because}` : ''
      const tries = `${step.attempts} ${step.attempts === 1 ? 'attempt' : 'attempts'}`
      const due = step.isHeld ? 'under way' : step.dueAt.toISOString()
      return `${step.stepId}  ${slugOf(step)}  ${step.kind}  ${tries}  ${due}${because}`
    })
    return {
      said: [
        ...(halt === undefined ? [] : [`All work is halted: ${halt}`]),
        ...lines,
        `${count} ${count === 1 ? 'step' : 'steps'} ${state}`,
      ].join('\n'),
      data: {
        count,
        halt: halt ?? null,
        steps: steps.map((step) => ({ ...step, organization: slugOf(step) })),
      },
    }
  },
}

export const workRetryCommand: Command = {
  name: 'work retry',
  summary: 'has steps tried again that were given up or wait: one, or all',
  operands: ['[STEP]'],
  options: { organization: 'SLUG' },
  async run(call) {
    const configuration = await readConfiguration(call.environment)
    const [stepId] = call.operands
    if (stepId && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(stepId)) {
      throw new UsageError(`${stepId} is no step`)
    }
    const organizations = chosen(configuration, call)
    await using store = await openStore(configuration)
    let count = 0
    for (const { organizationId } of organizations) {
      count += await retrySteps(store, { organizationId, stepId })
    }
    return {
      said: `${count} ${count === 1 ? 'step begins' : 'steps begin'} again.`,
      data: { count },
    }
  },
}

export const workHaltCommand: Command = {
  name: 'work halt',
  summary: 'halts all work of all processes within a second',
  operands: ['REASON'],
  options: {},
  async run({ environment, operands: [because = ''] }) {
    return turn(await readConfiguration(environment), because)
  },
}

export const workResumeCommand: Command = {
  name: 'work resume',
  summary: 'lets halted work go on',
  operands: [],
  options: {},
  async run({ environment }) {
    return turn(await readConfiguration(environment), undefined)
  },
}

/** The embedded store belongs to the process that works, now or once it starts: it is left word. */
async function turn(configuration: Configuration, because: string | undefined) {
  const { databaseUrl, folder } = configuration.store
  if (databaseUrl) {
    await using store = await openStore(configuration)
    await setHalt(store, because)
  } else {
    await leaveWord(folder, because)
  }
  const isHalted = because !== undefined
  return { said: isHalted ? 'All work is halted.' : 'Work goes on.', data: { isHalted } }
}

/** @throws {UsageError} for an organization that is not connected. */
function chosen({ organizations }: Configuration, { options }: CommandCall) {
  const { organization: asked } = options
  const found = organizations.filter(({ slug }) => asked === undefined || slug === asked)
  if (found.length === 0) throw new UsageError(`no organization is called ${asked}`)
  return found
}
