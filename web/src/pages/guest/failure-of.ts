import type { Failure } from '../../failure.ts'
import type { Decided } from './decide.ts'

/** Why a decision was not taken; undefined where it was. */
export function failureOf(decided: Decided | undefined): Failure | undefined {
  return decided && decided.answer && 'failure' in decided.answer
    ? decided.answer.failure
    : undefined
}
