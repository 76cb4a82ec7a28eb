import { answerEnding } from '@foyer/contracts/ending'
import type { MessageDescriptor } from '@lingui/core'
import type { ActionFunctionArgs } from 'react-router'
import { type Failure, settle } from '../../failure.ts'
import { findPlace } from '../find-place.ts'

/** What an operator answers to one of them; it is sent as JSON. */
export type EndingAnswer = {
  readonly endingId: string
  readonly isAllowed: boolean
  readonly note: string
  /** Of the guest, for what is told afterwards. */
  readonly name: string
}

export interface EndingAnswered {
  readonly answer: EndingAnswer
  /** Why it was not taken, as far as that is known. */
  readonly failure: Failure | undefined
}

/** Sends an answer; after it the router reads the page again, which shows what is true. */
export async function answerEndingAction({
  params,
  request,
  context,
}: ActionFunctionArgs): Promise<EndingAnswered> {
  const answer = (await request.json()) as EndingAnswer
  const { call, organization } = await findPlace({ params, context })
  const { endingId, isAllowed, note } = answer
  const body = { isAllowed, note: note.trim() }
  const sent = await settle(call(answerEnding, { params: { endingId }, body }, { organization }))
  return { answer, failure: 'failure' in sent ? sent.failure : undefined }
}

/** What was just answered, to whoever answered it. */
export function tellAnswered({ isAllowed, name }: EndingAnswer): MessageDescriptor {
  const values = { name }
  return isAllowed
    ? /*i18n*/ {
        id: 'asked-endings.answered.yes',
        message:
          'The access of {name} ends in ten minutes. Until then, and for days after it, their page takes it back.',
        values,
      }
    : /*i18n*/ {
        id: 'asked-endings.answered.no',
        message:
          'The access of {name} stays as it was. Whoever asked gets a mail with your reason.',
        values,
      }
}
