import type { Question } from './question.ts'
import { accessPolicyQuestions } from './questions/access-policies.ts'
import { claimQuestions } from './questions/claims.ts'
import { deletionQuestions } from './questions/deletion.ts'
import { feedQuestions } from './questions/feeds.ts'
import { freshnessQuestions } from './questions/freshness.ts'
import { invitationQuestions } from './questions/invitations.ts'
import { keeperQuestions } from './questions/keeper.ts'
import { noticeQuestions } from './questions/notices.ts'
import { readingQuestions } from './questions/reading.ts'
import { refreshTokenQuestions } from './questions/refresh-tokens.ts'
import { refusalQuestions } from './questions/refusals.ts'
import { resourceManagerQuestions } from './questions/resource-manager.ts'
import { unitQuestions } from './questions/units.ts'

/** One for each variant of docs/unknowns.md, and for each part of one that has parts. */
export const everyQuestion: readonly Question[] = [
  ...refusalQuestions,
  ...claimQuestions,
  ...freshnessQuestions,
  ...refreshTokenQuestions,
  ...resourceManagerQuestions,
  ...readingQuestions,
  ...feedQuestions,
  ...noticeQuestions,
  ...deletionQuestions,
  ...invitationQuestions,
  ...unitQuestions,
  ...keeperQuestions,
  ...accessPolicyQuestions,
]
