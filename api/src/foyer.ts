// A program, `npm run foyer -- <command>`: what is done with Foyer besides serving it.
import { parseArgs } from 'node:util'
import { DirectoryError } from '@foyer/directory/directory-error'
import { backupCommand, restoreCommand } from './commands/backup.ts'
import { type Command, UsageError } from './commands/command.ts'
import { mailListCommand, mailRetryCommand } from './commands/mail.ts'
import { journalExportCommand, journalVerifyCommand } from './commands/journal.ts'
import { doctorCommand } from './commands/doctor.ts'
import { migrateCommand } from './commands/migrate.ts'
import { probeCommand } from './commands/probe.ts'
import { syncCommand } from './commands/sync.ts'
import {
  workHaltCommand,
  workListCommand,
  workResumeCommand,
  workRetryCommand,
} from './commands/work.ts'
import { ConfigurationError } from './configuration/configuration-error.ts'
import { JournalError } from './journal/journal-error.ts'
import { BackupError } from './store/backup-line.ts'
import { StoreError, storeErrorOf } from './store/store-error.ts'

const commands: readonly Command[] = [
  migrateCommand,
  syncCommand,
  backupCommand,
  restoreCommand,
  journalVerifyCommand,
  journalExportCommand,
  workListCommand,
  workRetryCommand,
  workHaltCommand,
  workResumeCommand,
  mailListCommand,
  mailRetryCommand,
  doctorCommand,
  probeCommand,
]

const usage = [
  'foyer COMMAND [--json]',
  '',
  ...commands.flatMap(linesOf),
  '',
  'The settings are those of the process (docs/operations.md). Answers go to standard output,',
  'progress to standard error. 0: done; 1: not done, the reason is told; 2: not understood.',
].join('\n')

/** Its form and what it does, on two lines where the form is long. */
function linesOf(command: Command): string[] {
  const form = formOf(command)
  if (form.length < 34) return [`  ${form.padEnd(34)}${command.summary}`]
  return [`  ${form}`, `  ${' '.repeat(34)}${command.summary}`]
}

function formOf({ name, operands, options, flags = [] }: Command): string {
  const valued = Object.entries(options).map(([option, value]) => `[--${option} ${value}]`)
  return [name, ...operands, ...valued, ...flags.map((flag) => `[--${flag}]`)].join(' ')
}

/** By the one or two words of its name, which come first. */
function find(given: readonly string[]): { command: Command; rest: readonly string[] } {
  for (const words of [2, 1]) {
    const name = given.slice(0, words).join(' ')
    const command = commands.find((one) => one.name === name)
    if (command) return { command, rest: given.slice(words) }
  }
  throw new UsageError(`there is no command ${given[0]}`)
}

async function run(given: readonly string[]): Promise<void> {
  if (['help', '--help', '-h'].includes(given[0] ?? 'help')) return console.log(usage)
  const { command, rest } = find(given)
  const { operands, options, flags, isJson } = read(command, rest)
  const { said, data, isBad } = await command.run({
    environment: process.env,
    operands,
    options,
    flags,
    progress: (line) => console.error(line),
  })
  console.log(isJson ? JSON.stringify(data) : said)
  if (isBad) process.exitCode = 1
}

/** @throws {UsageError} */
function read(command: Command, given: readonly string[]) {
  const { flags = [] } = command
  const names = Object.keys(command.options)
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      options: {
        ...Object.fromEntries(names.map((name) => [name, { type: 'string' }] as const)),
        ...Object.fromEntries(
          ['json', ...flags].map((name) => [name, { type: 'boolean' }] as const),
        ),
      },
      allowPositionals: true,
    })
    const needed = command.operands.filter((operand) => !operand.startsWith('['))
    const isEnough = positionals.length >= needed.length
    if (!isEnough || positionals.length > command.operands.length) throw new Error('operands')
    const textOf = (value: string | boolean | undefined) =>
      typeof value === 'string' ? value : undefined
    return {
      operands: positionals,
      options: Object.fromEntries(names.map((name) => [name, textOf(values[name])])),
      flags: new Set(flags.filter((flag) => values[flag] === true)),
      isJson: values['json'] === true,
    }
  } catch (error) {
    throw new UsageError(`it is "foyer ${formOf(command)}"`, { cause: error })
  }
}

const told = [UsageError, ConfigurationError, BackupError, JournalError, StoreError, DirectoryError]

try {
  await run(process.argv.slice(2))
} catch (error) {
  const cause = storeErrorOf(error)
  const isTold = cause instanceof Error && told.some((kind) => cause instanceof kind)
  // One sentence for whoever asked; a fault of ours shows where it is.
  console.error(isTold ? `foyer: ${cause.message}` : error)
  process.exitCode = error instanceof UsageError ? 2 : 1
}
