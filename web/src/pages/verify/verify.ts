import { listSigningKeys } from '@foyer/contracts/signing-keys'
import type { ActionFunctionArgs } from 'react-router'
import { callContext } from '../../context.ts'
import { type Answer, settle } from '../../failure.ts'
import { checkReceipt, type Verdict } from './check-receipt.ts'

/** The field that holds the signed text. */
export const textField = 'text'

export interface Checked {
  /** What was checked. */
  readonly text: string
  readonly answer: Answer<Verdict>
}

/** Checks a signed text in this browser, which sends it nowhere: all that is asked for is the keys. */
export async function verifyAction({ request, context }: ActionFunctionArgs): Promise<Checked> {
  const form = await request.formData()
  const given = form.get(textField)
  const text = typeof given === 'string' ? given : ''
  const call = context.get(callContext)
  const check = async () => {
    const { keys } = await call(listSigningKeys, {})
    return checkReceipt(text, keys, window.location.origin)
  }
  return { text, answer: await settle(check()) }
}
