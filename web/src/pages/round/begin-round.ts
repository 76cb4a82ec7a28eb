import type { ActionFunctionArgs } from 'react-router'
import { sessionContext } from '../../context.ts'
import type { RoundItem } from '../../session/round.ts'

/** What the page sends: to look at these together, or that how it went was read. */
export interface RoundRequest {
  readonly act: 'begin' | 'forget'
  readonly items: readonly Pick<RoundItem, 'organization' | 'accountId'>[]
}

/** Begins a round, or ends it; nothing is left by it. */
export async function roundAction({ request, context }: ActionFunctionArgs): Promise<null> {
  const { round } = context.get(sessionContext)
  const { act, items } = (await request.json()) as RoundRequest
  if (act === 'begin') round.begin(items)
  else round.forget()
  return null
}
