import { Type } from 'typebox'
import { type GraphDoor, shaped } from '../graph-door.ts'
import type { Inquiry } from '../inquiry.ts'

/** "15-60 minutes" (troubleshoot.md). */
const ruleMs = 60 * 60_000
const policy = '/policies/authorizationPolicy'
const Rule = Type.Object({ allowInvitesFrom: Type.String() })

/** Says who may invite from now on. @throws {Waiting} until that is in force. */
export async function setRuleForNow(
  inquiry: Inquiry,
  door: GraphDoor,
  allowInvitesFrom: string,
): Promise<void> {
  await inquiry.step('rule of before', async () => {
    const { body } = await door.require('GET', policy, 200)
    return shaped(Rule, body).allowInvitesFrom
  })
  await inquiry.step('rule', async () => setRule(door, allowInvitesFrom))
  await inquiry.wait('the rule comes into force', ruleMs)
}

/** Afterwards those may invite who could before. */
export async function bringRuleBack(inquiry: Inquiry, door: GraphDoor): Promise<void> {
  const before = inquiry.recorded('rule of before')
  if (typeof before === 'string') await setRule(door, before)
}

async function setRule(door: GraphDoor, allowInvitesFrom: string): Promise<void> {
  await door.require('PATCH', policy, 204, { body: { allowInvitesFrom } })
}
