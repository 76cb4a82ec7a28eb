import type { Directory } from '@foyer/directory/directory'
import type { Clock } from './clock.ts'
import type { Configuration } from './configuration/configuration.ts'
import type { Log } from './http/log.ts'
import { leaveGroupWork } from './leaving/leave-group.ts'
import { leaveOrganizationWork } from './leaving/leave-organization.ts'
import type { Store } from './store/store.ts'
import { takeWord } from './work/halt.ts'
import type { StepKind } from './work/step.ts'
import { startWorker, type Worker } from './work/worker.ts'

export interface WorkSetting {
  readonly configuration: Configuration
  readonly store: Store
  readonly directory: Directory
  readonly clock: Clock
  readonly log: Log
  /** Of each look and each act of a step: a lease outlasts it. */
  readonly deadlineMs?: number
}

/** Every kind of work that there is. */
export function everyKind({
  configuration,
  directory,
  clock,
  deadlineMs = 8_000,
}: WorkSetting): StepKind[] {
  const leaving = {
    directory,
    clock,
    organizations: configuration.organizations,
    languageOf: () => 'en',
    deadlineMs,
  }
  return [leaveOrganizationWork(leaving), leaveGroupWork(leaving)]
}

/** Works on the steps of the configured organizations, in this process. */
export function startWork(setting: WorkSetting): Worker {
  const { configuration, store, log } = setting
  const { organizations, store: place } = configuration
  return startWorker({
    store,
    organizations,
    log,
    kinds: everyKind(setting),
    beforeLook: store.kind === 'embedded' ? async () => takeWord(place.folder, store) : undefined,
  })
}
