import { askToReturn } from '@foyer/contracts/way-back'
import { type ActionFunctionArgs } from 'react-router'
import { callContext } from '../../context.ts'
import { settle } from '../../failure.ts'

/** Asks those who vouched to take the leaving of a receipt back; after it the page is read again. */
export async function askAction({ params, request, context }: ActionFunctionArgs) {
  const reason = (await request.formData()).get('reason')
  const text = typeof reason === 'string' ? reason.trim() : ''
  const body = text === '' ? {} : { reason: text }
  const token = params['token'] ?? ''
  return settle(context.get(callContext)(askToReturn, { params: { token }, body }))
}
