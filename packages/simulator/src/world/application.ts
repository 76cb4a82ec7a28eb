import { guidOf } from './guid.ts'

/** Client ids of Microsoft's own resources. */
export const graphClientId = '00000003-0000-0000-c000-000000000000'
export const resourceManagerClientId = '797f4846-ba00-4fd7-ba43-dac1f8f63013'
export const exchangeClientId = '00000002-0000-0ff1-ce00-000000000000'

export const webClientId = guidOf('Foyer web')
export const apiClientId = guidOf('Foyer API')
export const apiScopeName = 'access_as_user'
export const apiScope = `api://${apiClientId}/${apiScopeName}`

export type OptionalClaim = 'auth_time' | 'acct' | 'idtyp' | 'acrs' | 'xms_cc'

/** A registration: what an app is, wherever it is used. */
export interface Application {
  readonly clientId: string
  readonly displayName: string
  /** Whose accounts may sign in, beside those who are guests. */
  readonly signInAudience: 'AzureADMyOrg' | 'AzureADMultipleOrgs'
  /** Redirect URIs of type `spa`. */
  readonly spaRedirectUris: readonly string[]
  /** SHA-256 thumbprints (x5t#S256) of its certificates, with their keys as PEM certificate. */
  readonly certificates: readonly { readonly thumbprint: string; readonly pem: string }[]
  readonly secrets: readonly string[]
  /** What it offers to others, if it is an API. */
  readonly api?: {
    readonly identifierUris: readonly string[]
    readonly scopes: readonly string[]
    readonly optionalClaims: readonly OptionalClaim[]
    /** The version of the access tokens that it is sent. */
    readonly tokenVersion: 1 | 2
  }
}

/** Where invitations are taken up: what the sign-in logs call it. */
export const invitationPortal: Application = {
  clientId: '4660504c-45b3-4674-a709-71951a6b0763',
  displayName: 'Microsoft Invitation Acceptance Portal',
  signInAudience: 'AzureADMultipleOrgs',
  spaRedirectUris: [],
  certificates: [],
  secrets: [],
}

/** Microsoft's own resources, which every directory has. */
export const microsoftApplications: readonly Application[] = [
  invitationPortal,
  {
    clientId: graphClientId,
    displayName: 'Microsoft Graph',
    signInAudience: 'AzureADMultipleOrgs',
    spaRedirectUris: [],
    certificates: [],
    secrets: [],
    api: {
      identifierUris: ['https://graph.microsoft.com'],
      scopes: [
        'User.Read',
        'User.Invite.All',
        'User-Mail.ReadWrite.All',
        'openid',
        'profile',
        'email',
        'offline_access',
      ],
      optionalClaims: ['idtyp'],
      tokenVersion: 1,
    },
  },
  {
    clientId: resourceManagerClientId,
    displayName: 'Windows Azure Service Management API',
    signInAudience: 'AzureADMultipleOrgs',
    spaRedirectUris: [],
    certificates: [],
    secrets: [],
    api: {
      identifierUris: ['https://management.azure.com', 'https://management.core.windows.net'],
      scopes: ['user_impersonation'],
      optionalClaims: [],
      tokenVersion: 1,
    },
  },
  {
    clientId: exchangeClientId,
    displayName: 'Office 365 Exchange Online',
    signInAudience: 'AzureADMultipleOrgs',
    spaRedirectUris: [],
    certificates: [],
    secrets: [],
    api: {
      identifierUris: ['https://outlook.office365.com', 'https://outlook.office.com'],
      scopes: ['SMTP.Send'],
      optionalClaims: [],
      tokenVersion: 1,
    },
  },
]
