import {
  type AccountInfo,
  type AuthenticationResult,
  CacheLookupPolicy,
  type IPublicClientApplication,
  PublicClientApplication,
} from '@azure/msal-browser'
import type { BrowserConfiguration } from '@foyer/contracts/browser-configuration'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { TokenSource } from '../call.ts'
import { Failure } from '../failure.ts'
import { paths } from '../paths.ts'
import { type Attempts, createAttempts } from './attempt.ts'
import { msalConfiguration } from './msal-configuration.ts'
import { translateError } from './msal-error.ts'
import { type Candidate, listCandidates } from './pairs.ts'
import { createRemembered, type Remembered } from './remembered.ts'

const silentDeadlineMs = 8_000
const chosenKey = 'foyer.chosen-account.'

/** Who is signed in in this browser, in which organizations, and the ways in and out. */
export interface Session extends TokenSource {
  readonly application: IPublicClientApplication
  readonly attempts: Attempts
  readonly remembered: Remembered
  /** Whether this page began with Microsoft's answer, good or bad. */
  readonly isBackFromSignIn: boolean
  /** Leaves the page for the organization's sign-in. Never resolves, rejects if it cannot start. */
  signIn(organization: OrganizationLocation, options: SignInOptions): Promise<never>
  /** Forgets every account in this browser's tabs; Microsoft's own session goes on. */
  signOutHere(): Promise<void>
  /** Leaves the page for Microsoft's sign-out, which comes back to the home page. */
  signOutAtMicrosoft(): Promise<void>
}

interface SignInOptions {
  readonly returnTo: string
  /** Asks which account, even where Microsoft knows one. */
  readonly withAnotherAccount?: boolean
}

/**
 * Takes up the session of this tab, or the answer of a sign-in that has just come back. The
 * router is made only afterwards, because its loaders ask for tokens at once.
 */
export async function startSession(configuration: BrowserConfiguration): Promise<Session> {
  const application = new PublicClientApplication(msalConfiguration(configuration))
  await application.initialize()

  const attempts = createAttempts(sessionStorage)
  const remembered = createRemembered(localStorage)
  const isBackFromSignIn = await takeUpAnswer(application, attempts, remembered)

  const signedOut = new BroadcastChannel('foyer.signed-out')
  signedOut.addEventListener('message', () => {
    void forgetAccounts(application).then(() => window.location.assign(paths.signedOut))
  })

  const tellOtherTabs = () => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel takes none
    signedOut.postMessage('all')
  }

  const authorityOf = (organizationId: string) => `${configuration.authority}/${organizationId}`
  const scopes = [configuration.scope]
  // Each refusal is a failed sign-in in that organization's log: an account that has never been
  // there is asked once, until the page is loaded again.
  const refused = new Set<string>()
  let redirect: Promise<never> | undefined

  return {
    application,
    attempts,
    remembered,
    isBackFromSignIn,

    async getToken(organization, { renew = false } = {}) {
      const { organizationId } = organization
      const candidates = listCandidates(
        application.getAllAccounts(),
        organizationId,
        sessionStorage.getItem(chosenKey + organizationId) ?? undefined,
      )
      const asking = askInTurn(candidates, refused, organizationId, async ({ profile }) =>
        application.acquireTokenSilent({
          scopes,
          authority: authorityOf(organizationId),
          account: accountAt(application, profile, organizationId),
          cacheLookupPolicy: renew
            ? CacheLookupPolicy.RefreshToken
            : CacheLookupPolicy.AccessTokenAndRefreshToken,
        }),
      )
      const result = await within(silentDeadlineMs, asking)
      // Asked for another authority, MSAL can answer with the home tenant's token from its cache.
      if (result.tenantId !== organizationId) throw new Failure('sign-in-needed')

      sessionStorage.setItem(chosenKey + organizationId, result.account.homeAccountId)
      remembered.add(organization)
      if (attempts.find()?.organization.organizationId === organizationId) attempts.clear()
      return result.accessToken
    },

    async signIn(organization, { returnTo, withAnotherAccount = false }) {
      attempts.note({ organization, returnTo })
      // A second click must not start a second sign-in, which MSAL would refuse.
      redirect ??= application
        .loginRedirect({
          scopes,
          authority: authorityOf(organization.organizationId),
          ...(withAnotherAccount ? { prompt: 'select_account' } : {}),
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

    async signOutHere() {
      await forgetAccounts(application)
      tellOtherTabs()
    },

    async signOutAtMicrosoft() {
      const [account] = application.getAllAccounts()
      await forgetAccounts(application)
      tellOtherTabs()
      await application.logoutRedirect({
        ...(account ? { authority: authorityOf(account.tenantId) } : {}),
        ...(account?.idTokenClaims?.login_hint
          ? { logoutHint: account.idTokenClaims.login_hint }
          : {}),
      })
    },
  }
}

async function takeUpAnswer(
  application: IPublicClientApplication,
  attempts: Attempts,
  remembered: Remembered,
): Promise<boolean> {
  const attempt = attempts.find()
  const goBack = () => window.history.replaceState(null, '', attempt?.returnTo ?? paths.home)
  try {
    const result = await application.handleRedirectPromise({ navigateToLoginRequestUrl: false })
    if (!result) {
      // Microsoft's sign-out comes back with the state that MSAL gave it, of use to nobody.
      if (new URLSearchParams(window.location.search).has('state')) goBack()
      return false
    }
    attempts.clear()
    sessionStorage.setItem(chosenKey + result.tenantId, result.account.homeAccountId)
    if (attempt?.organization.organizationId === result.tenantId) {
      remembered.add(attempt.organization)
    }
  } catch (error) {
    const { foreignCode = 'unknown' } = translateError(error, false).trace
    if (attempt) attempts.note({ ...attempt, foreignCode })
  }
  goBack()
  return true
}

function accountAt(
  application: IPublicClientApplication,
  { homeAccountId, ...rest }: AccountInfo,
  tenantId: string,
): AccountInfo {
  return application.getAccount({ homeAccountId, tenantId }) ?? { ...rest, homeAccountId, tenantId }
}

async function askInTurn(
  candidates: readonly Candidate<AccountInfo>[],
  refused: Set<string>,
  organizationId: string,
  ask: (candidate: Candidate<AccountInfo>) => Promise<AuthenticationResult>,
): Promise<AuthenticationResult> {
  let reason = new Failure('sign-in-needed')
  for (const candidate of candidates) {
    const pair = `${candidate.profile.homeAccountId} ${organizationId}`
    if (refused.has(pair)) continue
    try {
      return await ask(candidate)
    } catch (error) {
      const failure = translateError(error, candidate.isPair)
      if (failure.code === 'sign-in-unreachable') throw failure
      if (candidate.isPair) reason = failure
      else refused.add(pair)
    }
  }
  throw reason
}

async function within<T>(deadlineMs: number, work: Promise<T>): Promise<T> {
  let timer: number | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = window.setTimeout(() => reject(new Failure('sign-in-unreachable')), deadlineMs)
  })
  try {
    return await Promise.race([work, deadline])
  } finally {
    window.clearTimeout(timer)
  }
}

async function forgetAccounts(application: IPublicClientApplication): Promise<void> {
  await application.clearCache()
  sessionStorage.clear()
}
