import { type IPublicClientApplication, PublicClientApplication } from '@azure/msal-browser'
import type { BrowserConfiguration } from '@foyer/contracts/browser-configuration'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { TokenSource } from '../call.ts'
import { settle } from '../failure.ts'
import { paths } from '../paths.ts'
import { type Account, groupAccounts } from './accounts.ts'
import { type Attempts, createAttempts } from './attempt.ts'
import { createChosen } from './chosen.ts'
import { msalConfiguration } from './msal-configuration.ts'
import { translateError } from './msal-error.ts'
import { createDepartures, type Departures } from './departures.ts'
import { createExitAttempts, type ExitAttempts } from './exit-attempts.ts'
import { createLeavings, type Leavings } from './leavings.ts'
import { type BegunActs, createBegun } from './begun.ts'
import { createInvited, type Invited } from './invited.ts'
import { type OperatorTokens, startOperatorTokens } from './operator-tokens.ts'
import { createOffices, type Offices } from './offices.ts'
import { createProposals, type Proposals } from './proposals.ts'
import { createRemembered, markOf, type Remembered } from './remembered.ts'
import { createRound, type Round } from './round.ts'
import { createSeries, type SeriesStore } from './series.ts'
import type { ListedTenant } from './listed-tenant.ts'
import { listTenants } from './resource-manager.ts'
import { createSilentTokens } from './silent-tokens.ts'
import { takeUpAnswer } from './take-up-answer.ts'

/** Who is signed in in this browser, in which organizations, and the ways in and out. */
export interface Session extends TokenSource {
  readonly application: IPublicClientApplication
  readonly attempts: Attempts
  /** Whether this page began with Microsoft's answer, good or bad. */
  readonly isBackFromSignIn: boolean
  /** Where this browser once got a token. */
  readonly remembered: Remembered
  /** What was looked up in this tab, by a link or by name, whether or not anybody got in there. */
  readonly lookedUp: Remembered
  readonly departures: Departures
  readonly exitAttempts: ExitAttempts
  readonly leavings: Leavings
  readonly invited: Invited
  readonly offices: Offices
  readonly operatorTokens: OperatorTokens
  readonly proposals: Proposals
  readonly begun: BegunActs
  readonly series: SeriesStore
  readonly round: Round
  listAccounts(): Account[]
  /** The account with which the organization's pages are shown. */
  chosenAt(organizationId: string): string | undefined
  /** From now on they are shown with this one. */
  choose(organizationId: string, accountId: string): void
  /**
   * The tenants of an account as Azure Resource Manager lists them, asked with a token of this
   * organization and without a question to the person; an empty list where it does not answer.
   */
  listTenants(organizationId: string, accountId: string): Promise<ListedTenant[]>
  /** Microsoft's own page for leaving an organization. */
  leaveUrlOf(organizationId: string): string
  /** Leaves the page for the organization's sign-in. Never resolves, rejects if it cannot start. */
  signIn(organization: OrganizationLocation, options: SignInOptions): Promise<never>
  /** Forgets an account in this browser's tabs, or every one; Microsoft's own session goes on. */
  signOutHere(account?: Account): Promise<void>
  /** Leaves the page for Microsoft's sign-out, which comes back to the home page. */
  signOutAtMicrosoft(account?: Account): Promise<void>
}

interface SignInOptions {
  readonly returnTo: string
  /**
   * What Microsoft asks, even where it knows an account: which one, or for whoever it is to sign
   * in anew.
   */
  readonly ask?: 'which-account' | 'anew'
  /** The authentication context of the organization that the sign-in has to meet. */
  readonly context?: string
  /** The address of the account that is meant. */
  readonly mail?: string
}

const resourceManagerScope = 'https://management.azure.com/user_impersonation'
const prompts = { 'which-account': 'select_account', anew: 'login' } as const

/** OpenID Connect Core, 5.5: the token is to say that the context was met. */
function claimsOf(context: string): string {
  return JSON.stringify({ access_token: { acrs: { essential: true, value: context } } })
}

/**
 * Takes up the session of this tab, or the answer of a sign-in that has just come back. The
 * router is made only afterwards, because its loaders ask for tokens at once.
 */
export async function startSession(configuration: BrowserConfiguration): Promise<Session> {
  const { authority, scope } = configuration
  const application = new PublicClientApplication(msalConfiguration(configuration))
  await application.initialize()

  const attempts = createAttempts(sessionStorage)
  const remembered = createRemembered(localStorage, 'foyer.organizations')
  const chosen = createChosen(sessionStorage)
  const leavings = createLeavings(sessionStorage)
  const operator = await startOperatorTokens(configuration)
  const isBackFromSignIn =
    operator.wasAnswered ||
    (await takeUpAnswer(application, { attempts, remembered, chosen, leavings }))

  const authorityOf = (organizationId: string) => `${authority}/${organizationId}`
  const getSilently = createSilentTokens(application, authorityOf)
  const tellOtherTabs = followSignOuts(application)
  let redirect: Promise<never> | undefined

  return {
    application,
    attempts,
    isBackFromSignIn,
    remembered,
    lookedUp: createRemembered(sessionStorage, 'foyer.looked-up'),
    departures: createDepartures(sessionStorage),
    exitAttempts: createExitAttempts(sessionStorage),
    leavings,
    offices: createOffices(sessionStorage),
    operatorTokens: operator.tokens,
    proposals: createProposals(sessionStorage),
    begun: createBegun(sessionStorage),
    invited: createInvited(sessionStorage),
    series: createSeries(sessionStorage),
    round: createRound(sessionStorage),
    listAccounts: () => groupAccounts(application.getAllAccounts()),
    chosenAt: (organizationId) => chosen.find(organizationId),
    choose: (organizationId, accountId) => chosen.set(organizationId, accountId),

    async getToken(organization, { renew, accountId } = {}) {
      const { organizationId } = organization
      const result = await getSilently({
        organizationId,
        scope,
        accountId,
        chosenAccountId: chosen.find(organizationId),
        renew,
      })
      const { homeAccountId } = result.account
      remembered.add(organization, await markOf(homeAccountId))
      // Asked for one account, it only looks around: the choice stays, and so does the question.
      if (accountId === undefined) {
        chosen.set(organizationId, homeAccountId)
        if (attempts.find()?.organization.organizationId === organizationId) attempts.clear()
      }
      return result.accessToken
    },

    async listTenants(organizationId, accountId) {
      const request = { organizationId, accountId, scope: resourceManagerScope }
      const answer = await settle(getSilently(request))
      if ('failure' in answer) return []
      return listTenants(configuration.resourceManager, answer.value.accessToken)
    },

    leaveUrlOf: (organizationId) => `${configuration.leavePage}/?tenantId=${organizationId}`,

    async signIn(organization, { returnTo, ask, context, mail }) {
      attempts.note({ organization, returnTo })
      operator.tokens.forget()
      // A second click must not start a second sign-in, which MSAL would refuse.
      redirect ??= application
        .loginRedirect({
          scopes: [scope],
          authority: authorityOf(organization.organizationId),
          ...(ask ? { prompt: prompts[ask] } : {}),
          ...(context ? { claims: claimsOf(context) } : {}),
          ...(mail ? { loginHint: mail } : {}),
        })
        .then(() => new Promise<never>(() => undefined))
      try {
        return await redirect
      } catch (error) {
        redirect = undefined
        attempts.clear()
        throw translateError(error, false)
      }
    },

    async signOutHere(account) {
      await forgetAccounts(application, account?.accountIds)
      tellOtherTabs(account?.accountIds)
    },

    async signOutAtMicrosoft(account) {
      const wanted = account?.accountIds
      const profile = application
        .getAllAccounts()
        .find(({ homeAccountId }) => !wanted || wanted.includes(homeAccountId))
      await forgetAccounts(application, wanted)
      tellOtherTabs(wanted)
      await application.logoutRedirect({
        // Without it MSAL forgets every account here.
        ...(account && profile ? { account: profile } : {}),
        ...(profile ? { authority: authorityOf(profile.tenantId) } : {}),
        ...(profile?.idTokenClaims?.login_hint
          ? { logoutHint: profile.idTokenClaims.login_hint }
          : {}),
      })
    },
  }
}

/** Signs out here what is signed out in another tab, and returns how the others are told. */
function followSignOuts(application: IPublicClientApplication) {
  const channel = new BroadcastChannel('foyer.signed-out')
  channel.addEventListener('message', ({ data }: MessageEvent<readonly string[] | 'all'>) => {
    const accountIds = data === 'all' ? undefined : data
    void forgetAccounts(application, accountIds).then(() =>
      window.location.assign(accountIds ? paths.home : paths.signedOut),
    )
  })
  return (accountIds?: readonly string[]) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel takes none
    channel.postMessage(accountIds ?? 'all')
  }
}

async function forgetAccounts(
  application: IPublicClientApplication,
  accountIds?: readonly string[],
): Promise<void> {
  const accounts = application.getAllAccounts()
  const leaving = accounts.filter(({ homeAccountId }) => accountIds?.includes(homeAccountId))
  if (!accountIds || leaving.length === accounts.length) {
    await application.clearCache()
    sessionStorage.clear()
    return
  }
  for (const account of leaving) await application.clearCache({ account })
}
