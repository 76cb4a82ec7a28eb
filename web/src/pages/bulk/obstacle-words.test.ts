import { setupI18n } from '@lingui/core'
import { expect, test } from 'vitest'
import { tellObstacle } from './obstacle-words.ts'

const i18n = setupI18n({ locale: 'en', locales: ['en-GB'], messages: { en: {} } })
const organization = 'Contoso'

test.each([
  [{ because: 'access-grew', newGroups: 1 }, /^Has got one new group since/],
  [{ because: 'access-grew', newGroups: 3 }, /^Has got 3 new groups since/],
  // Of whoever was worked on it is known that they have more, and not how much.
  [{ because: 'access-grew', newGroups: 0 }, /^Reaches more than/],
  [{ because: 'guest-not-found', newGroups: 0 }, /^You do not vouch for them at Contoso any more/],
  [{ because: 'departure-role-held', newGroups: 0 }, /administrator role/],
  [{ because: 'end-over-the-cap', newGroups: 0 }, /^Contoso does not allow so long/],
  [{ because: 'directory-busy', newGroups: 0 }, /Contoso/],
  // A code that this page is too old to know.
  [{ because: 'fault', newGroups: 0 }, /^Foyer itself has failed/],
])('%j is told in words', ({ because, newGroups }, words) => {
  expect(i18n._(tellObstacle(because, { organization, newGroups }))).toMatch(words)
})
