import type { Directory } from '@foyer/directory/directory'
import { bulkWork } from './bulks/bulk-step.ts'
import type { Clock } from './clock.ts'
import type { Configuration } from './configuration/configuration.ts'
import { endingWork } from './endings/ending-step.ts'
import { sendCodeWork } from './exits/send-code.ts'
import { setAccessWork } from './exits/set-access.ts'
import type { Log } from './http/log.ts'
import { fileRowWork } from './invitation-files/row-step.ts'
import { acceptanceWork } from './invitations/acceptance-step.ts'
import { lostInvitationWork } from './invitations/lost.ts'
import { offerWork } from './invitations/offer-step.ts'
import { createRootKind, rootKind } from './journal/root-step.ts'
import { leaveGroupWork } from './leaving/leave-group.ts'
import { leaveOrganizationWork } from './leaving/leave-organization.ts'
import { sendMailKind } from './mail/send-mail.ts'
import { openMailTransport } from './mail/transport.ts'
import { carryWork } from './moves/carry-step.ts'
import { endWork } from './moves/end-step.ts'
import { remindKind, remindWork } from './reminding/remind.ts'
import { restoreGuestWork } from './restoring/restore-guest.ts'
import type { SigningKeys } from './signing/signing-keys.ts'
import { standingWork } from './standing/standing-step.ts'
import type { Store } from './store/store.ts'
import { orphansKind, orphansWork } from './successions/find-orphans.ts'
import { silenceWork } from './successions/silence-step.ts'
import { successionWork } from './successions/succession-step.ts'
import { startDaily } from './work/daily.ts'
import { takeWord } from './work/halt.ts'
import { type StepKind, urgency } from './work/step.ts'
import { tidyKind, tidyWork } from './work/tidy.ts'
import { startWorker, type Worker } from './work/worker.ts'

export interface WorkSetting {
  readonly configuration: Configuration
  readonly store: Store
  readonly directory: Directory
  readonly clock: Clock
  readonly signing: SigningKeys
  readonly log: Log
  /** Of each look and each act of a step: a lease outlasts the two between two of its writes. */
  readonly deadlineMs?: number
}

/** Every kind of work that there is. */
export function everyKind({
  configuration,
  store,
  directory,
  clock,
  signing,
  log,
  deadlineMs = 5_000,
}: WorkSetting): StepKind[] {
  const { organizations, publicOrigin, mail } = configuration
  const leaving = { directory, clock, organizations, deadlineMs }
  const transport = mail && openMailTransport(mail, directory)
  return [
    leaveOrganizationWork(leaving),
    leaveGroupWork(leaving),
    restoreGuestWork(leaving),
    sendCodeWork(leaving),
    setAccessWork(leaving),
    endingWork(leaving),
    bulkWork(leaving),
    successionWork(leaving),
    silenceWork({ clock }),
    orphansWork(leaving),
    offerWork(leaving),
    acceptanceWork(leaving),
    lostInvitationWork(leaving),
    carryWork(leaving),
    endWork(leaving),
    fileRowWork({ ...leaving, store }),
    sendMailKind({ store, clock, organizations, publicOrigin, transport }),
    createRootKind({ signing, clock, publicOrigin, log }),
    standingWork({ clock }),
    remindWork(leaving),
    tidyWork({ store, clock, organizations }),
  ]
}

const daily = [rootKind, tidyKind, remindKind, orphansKind].map((kind) => ({
  kind,
  urgency: urgency.patient,
}))

/** Works on the steps of the configured organizations, in this process. */
export function startWork(setting: WorkSetting): Worker {
  const { configuration, store, log, clock } = setting
  const { organizations, store: place } = configuration
  const days = startDaily({ store, clock, organizations, steps: daily, log })
  const worker = startWorker({
    store,
    organizations,
    log,
    kinds: everyKind(setting),
    beforeLook: store.kind === 'embedded' ? async () => takeWord(place.folder, store) : undefined,
  })
  return {
    async settle() {
      await days.settle()
      await worker.settle()
    },
    async [Symbol.asyncDispose]() {
      await days[Symbol.asyncDispose]()
      await worker[Symbol.asyncDispose]()
    },
  }
}
