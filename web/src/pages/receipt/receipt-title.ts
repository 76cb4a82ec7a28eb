import type { Receipt } from '@foyer/contracts/receipt'
import type { MessageDescriptor } from '@lingui/core'
import { isEndedByOthers } from './receipt-words.ts'

/** What has become of a leaving, in one sentence. */
export function titleOf(receipt: Receipt): MessageDescriptor {
  const { state, organization, group } = receipt
  const values = { name: group ?? organization.name }
  switch (state) {
    case 'under-way':
      return /*i18n*/ {
        id: 'receipt.title.under-way',
        message: 'You are leaving {name}',
        values,
      }
    case 'done':
      return /*i18n*/ { id: 'receipt.title.done', message: 'You have left {name}', values }
    case 'failed':
      return /*i18n*/ {
        id: 'receipt.title.failed',
        message: 'Leaving {name} was given up',
        values,
      }
    case 'refused':
      return isEndedByOthers(receipt) ? titleByOthers(receipt) : titleOfRefused(receipt)
  }
}

function titleOfRefused({ organization, group }: Receipt): MessageDescriptor {
  return group === undefined
    ? /*i18n*/ {
        id: 'receipt.title.refused',
        message: 'You are still a guest of {name}',
        values: { name: organization.name },
      }
    : /*i18n*/ {
        id: 'receipt.title.refused.group',
        message: 'You are still in {name}',
        values: { name: group },
      }
}

function titleByOthers({ because, organization, group }: Receipt): MessageDescriptor {
  return because === 'membership-not-found'
    ? /*i18n*/ {
        id: 'receipt.title.others.group',
        message: 'You are not in {name} any more',
        values: { name: group ?? '' },
      }
    : /*i18n*/ {
        id: 'gone.title',
        message: '{name} does not know you any more',
        values: { name: organization.name },
      }
}
