import { recordOf, invalidValue } from './invitation-value.ts'

/** Graph's invitedUserMessageInfo. */
export interface InvitationMessage {
  readonly language: string | null
  readonly text: string | null
  readonly copyTo: { readonly name: string | null; readonly address: string | null }
}

/** @throws {GraphError} 400; "currently, only one recipient is supported" (inviteduserMessageInfo.md). */
export function readMessage(value: unknown): InvitationMessage {
  const { messageLanguage, customizedMessageBody, ccRecipients = [] } = recordOf(value)
  if (!Array.isArray(ccRecipients) || ccRecipients.length > 1) {
    throw invalidValue('invitedUserMessageInfo')
  }
  const { name, address } = recordOf(recordOf(ccRecipients[0])['emailAddress'])
  return {
    language: textOf(messageLanguage),
    text: textOf(customizedMessageBody),
    copyTo: { name: textOf(name), address: textOf(address) },
  }
}

export function renderMessage({ language, text, copyTo }: InvitationMessage) {
  return {
    messageLanguage: language,
    ccRecipients: [{ emailAddress: copyTo }],
    customizedMessageBody: text,
  }
}

function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null
  if (typeof value !== 'string') throw invalidValue('invitedUserMessageInfo')
  return value
}
