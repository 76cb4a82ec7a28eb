import type { GroupId } from '@foyer/contracts/ids'
import {
  keepInvitationTemplate,
  listInvitationTemplates,
  removeInvitationTemplate,
} from '@foyer/contracts/invitation-template'
import { startDeadline } from '@foyer/directory/deadline'
import type { FastifyInstance } from 'fastify'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import { isDelegated } from '../invitations/delegation.ts'
import { findInvitable, listOwnInvitable } from '../invitations/invitable-groups.ts'
import { requirePlain } from '../invitations/invite.ts'
import { mayInviteNow } from '../invitations/may-invite.ts'
import {
  groupsOf,
  keepTemplate,
  listTemplates,
  removeTemplate,
  tellTemplates,
} from '../invitations/template.ts'
import { appendToJournal } from '../journal/append.ts'
import { operatorEntryOf } from '../journal/operator-entry.ts'
import { spendAct } from '../limits/spend-act.ts'
import type { CallerIdentity } from '../token/validate-claims.ts'
import type { MeSetting } from './me.ts'
import { requireInsider, requireOperator } from './require-person.ts'

/** What operators write for each kind of guest, and whoever may invite reads. */
export function mountInvitationTemplates(scope: FastifyInstance, setting: MeSetting): void {
  const { store, clock } = setting
  const here = ({ organizationId }: CallerIdentity) =>
    setting.directory.of(organizationId, startDeadline(setting.deadlineMs))

  mountOperation(scope, listInvitationTemplates, async ({ caller }) => {
    const directory = here(caller)
    const insider = await requireInsider(directory, caller)
    const { rows, isLet } = await store.asOrganization(
      caller.organizationId,
      async (transaction) => ({
        rows: await listTemplates(transaction),
        isLet: await isDelegated(transaction, caller.personId, clock.now()),
      }),
    )
    // An operator keeps them, whether or not they may invite themselves.
    if (!caller.isOperator && !(await mayInviteNow(directory, insider, isLet))) {
      throw new ProblemError('inviting-not-allowed')
    }
    const groupIds = groupsOf(rows)
    const invitable =
      groupIds.length === 0
        ? []
        : caller.isOperator
          ? await findInvitable(directory, groupIds, caller)
          : await listOwnInvitable(directory, caller.personId)
    return store.asOrganization(caller.organizationId, async (transaction) => ({
      templates: await tellTemplates(transaction, rows, invitable, clock.now()),
    }))
  })

  mountOperation(
    scope,
    keepInvitationTemplate,
    async ({ caller, params, body, version: inPlaceOf, requestId }) => {
      const { organizationId, personId: by } = caller
      const directory = here(caller)
      await requireOperator(directory, caller)
      await spendAct(store, organizationId, by)
      const wanted = requirePlain(body)
      const groupIds = wanted.groupIds.map((id) => id.toLowerCase() as GroupId)
      const groups = await findInvitable(directory, groupIds, caller)
      if (groups.length < new Set(groupIds).size) throw new ProblemError('group-not-invitable')
      const templateId = params.templateId.toLowerCase()
      const now = clock.now()
      return store.asOrganization(organizationId, async (transaction) => {
        const change = { organizationId, templateId, inPlaceOf, wanted, by, now }
        const { version, isNew } = await keepTemplate(transaction, change)
        if (isNew) {
          await appendToJournal(transaction, {
            ...operatorEntryOf(caller, requestId, now),
            act: 'keep-template',
            objectId: templateId,
            facts: { version },
          })
        }
        return { version }
      })
    },
  )

  mountOperation(scope, removeInvitationTemplate, async ({ caller, params, requestId }) => {
    const { organizationId, personId } = caller
    const templateId = params.templateId.toLowerCase()
    await requireOperator(here(caller), caller)
    await spendAct(store, organizationId, personId)
    await store.asOrganization(organizationId, async (transaction) => {
      if (!(await removeTemplate(transaction, templateId))) return
      await appendToJournal(transaction, {
        ...operatorEntryOf(caller, requestId, clock.now()),
        act: 'remove-template',
        objectId: templateId,
      })
    })
  })
}
