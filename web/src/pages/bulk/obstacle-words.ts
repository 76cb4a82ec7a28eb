import { problems, type ProblemCode } from '@foyer/contracts/problem'
import type { MessageDescriptor } from '@lingui/core'
import { explain } from '../../problems.ts'
import { tellRefusal } from '../guest/refusal-words.ts'

/** Why a guest is not extended with the others. */
export function tellObstacle(
  because: string | undefined,
  { organization, newGroups = 0 }: { readonly organization: string; readonly newGroups?: number },
): MessageDescriptor {
  if (because === 'access-grew') {
    return newGroups > 0
      ? /*i18n*/ {
          id: 'bulk.obstacle.new-groups',
          message:
            '{newGroups, plural, one {Has got one new group} other {Has got # new groups}} since somebody confirmed them. Look at that first.',
          values: { newGroups },
        }
      : /*i18n*/ {
          id: 'bulk.obstacle.access-grew',
          message: 'Reaches more than when somebody confirmed them. Look at that first.',
        }
  }
  if (because === 'guest-not-found') {
    return /*i18n*/ {
      id: 'bulk.obstacle.not-found',
      message: 'You do not vouch for them at {organization} any more, or they have left.',
      values: { organization },
    }
  }
  return (
    tellRefusal(because ?? '') ??
    explain(isProblem(because) ? because : 'internal-error', { organization }).sentence
  )
}

/** The API names its own codes; one that this page is too old to know is a failure all the same. */
export function isProblem(code: string | undefined): code is ProblemCode {
  return code !== undefined && Object.hasOwn(problems, code)
}
