import { letSignInsBeFresh, signInOnceMore } from '../world/departure.ts'
import { expect, test } from '../world/test.ts'
import { signIn } from '../world/visitor.ts'

const grace = 'grace@adatum.com'

test('Contoso asks more of leaving than a sign-in: Grace meets it, and her receipt says so', async ({
  page,
  simulator,
  errors,
}) => {
  errors.expectError(/401 .*\/v1\/me\/departure/)
  await letSignInsBeFresh(simulator)
  await simulator.choose({ resourceManager: 'silent' })
  await simulator.administer('contoso', 'POST', '/v1.0/identity/conditionalAccess/policies', {
    displayName: 'Whoever leaves signs in each time, with a second factor',
    state: 'enabled',
    conditions: {
      users: { includeUsers: ['GuestsOrExternalUsers'] },
      applications: { includeAuthenticationContextClassReferences: ['c7'] },
    },
    grantControls: { operator: 'OR', builtInControls: ['mfa'] },
    sessionControls: { signInFrequency: { isEnabled: true, frequencyInterval: 'everyTime' } },
  })
  await signIn(page, 'contoso', grace)
  await page.goto('/o/contoso/leave/confirm')
  await signInOnceMore(page, { organization: 'Contoso', button: 'Leave Contoso', mail: grace })
  // The second factor, on Microsoft's page.
  await page.getByRole('button', { name: /approve|confirm|continue/i }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave Contoso' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have left Contoso')
  await expect(page.getByRole('main')).toContainText('met what the organization asks of leaving')
})
