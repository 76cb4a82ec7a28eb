import { askForExitCode, fileExitRequest } from '@foyer/contracts/exit-code'
import type { Answer } from './call.ts'
import type { Slug, World } from './world.ts'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** What somebody was sent, the newest first, after all that is due was worked on. */
export async function mailsTo(world: World, address: string): Promise<Mail[]> {
  await world.portal.settle()
  const reply = await fetch(`${world.simulator.url}/simulator/mails`)
  return ((await reply.json()) as Mail[]).filter(({ to }) => to === address)
}

/** @returns what the browser keeps. */
export async function askForCode(world: World, mail: string, slug: Slug): Promise<string> {
  const input = { params: { slug }, body: { mail } }
  const answer = await world.comeWith(undefined).call(askForExitCode, input)
  if (answer.status !== 202) throw new Error(String(answer.body['code']))
  return String(answer.body['attempt'])
}

/** The digits in the newest mail. */
export async function readCode(world: World, mail: string): Promise<string> {
  const [newest] = await mailsTo(world, mail)
  return /\b\d{6}\b/.exec(newest?.text ?? '')?.[0] ?? 'no code'
}

export async function fileWith(
  world: World,
  attempt: string,
  body: { readonly code: string; readonly reason?: string },
): Promise<Answer> {
  return world.comeWith(undefined).call(fileExitRequest, { params: { attempt }, body })
}

/** The whole way; @returns the token of the address at which it is told how it goes. */
export async function fileExit(
  world: World,
  mail: string,
  slug: Slug,
  reason?: string,
): Promise<string> {
  const attempt = await askForCode(world, mail, slug)
  const code = await readCode(world, mail)
  const answer = await fileWith(world, attempt, { code, ...(reason ? { reason } : {}) })
  if (answer.status !== 201) throw new Error(String(answer.body['code']))
  return String(answer.body['status']).replace('/exit-status/', '')
}

/** Where the button of a mail leads; empty where it has none of these. */
export function tokenIn(mail: Mail | undefined): string {
  return /\/(?:not-me|exit-status)\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
}
