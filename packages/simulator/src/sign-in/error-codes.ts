/**
 * The failures that the simulated sign-in knows: Entra's number, the OAuth error of it and the
 * text of its documents (reference-error-codes.md, tokens.md 3). `{}` takes the details in turn.
 */
export const errors = {
  16000: [
    'interaction_required',
    400,
    "User account '{}' from identity provider '{}' does not exist in tenant '{}' and cannot access the application '{}' in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different Azure Active Directory user account.",
  ],
  50011: [
    'invalid_request',
    400,
    "The redirect URI '{}' specified in the request does not match the redirect URIs configured for the application '{}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more about how to fix this.",
  ],
  50013: ['invalid_client', 401, 'Assertion failed signature validation.'],
  50014: [
    'invalid_grant',
    400,
    "The user's redemption is in a pending state. The guest user account isn't fully created yet.",
  ],
  50020: [
    'invalid_grant',
    400,
    "User account '{}' from identity provider '{}' does not exist in tenant '{}' and cannot access the application '{}' in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different Azure Active Directory user account.",
  ],
  50049: ['invalid_instance', 400, 'Unknown or invalid instance.'],
  50057: ['invalid_grant', 400, 'The user account is disabled.'],
  50058: ['login_required', 400, 'A silent sign-in request was sent but no user is signed in.'],
  50076: [
    'invalid_grant',
    400,
    "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '{}'.",
  ],
  50105: [
    'interaction_required',
    400,
    "Your administrator has configured the application {} to block users unless they are specifically granted ('assigned') access to the application. The signed in user '{}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator.",
  ],
  50147: [
    'invalid_request',
    400,
    'The size of the code_challenge parameter is not valid, or its method is not S256.',
  ],
  50148: [
    'invalid_grant',
    400,
    'The code_verifier does not match the code_challenge supplied in the authorization request for PKCE.',
  ],
  50194: [
    'unauthorized_client',
    400,
    "Application '{}' is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps. Use a tenant-specific endpoint or configure the application to be multi-tenant.",
  ],
  53000: [
    'invalid_grant',
    400,
    "Device is not in required device state: {}. Conditional Access policy requires a compliant device, and the device isn't compliant.",
  ],
  53003: [
    'invalid_grant',
    400,
    'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  ],
  54005: [
    'invalid_grant',
    400,
    'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  ],
  65001: [
    'invalid_grant',
    400,
    "The user or administrator has not consented to use the application with ID '{}' named '{}'. Send an interactive authorization request for this user and resource.",
  ],
  65004: ['access_denied', 400, 'User declined to consent to access the app.'],
  70000: ['invalid_grant', 400, 'Provided grant is invalid or malformed.'],
  70003: ['unsupported_grant_type', 400, "The app requested an unsupported grant type '{}'."],
  70043: [
    'invalid_grant',
    400,
    'The refresh token has expired or is invalid due to sign-in frequency checks by conditional access. The token was issued on {} and the maximum allowed lifetime for this request is 0.',
  ],
  70008: [
    'invalid_grant',
    400,
    'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
  ],
  70011: [
    'invalid_scope',
    400,
    "The provided value for the input parameter 'scope' is not valid. The scope {} is not valid.",
  ],
  90002: [
    'invalid_request',
    400,
    "Tenant '{}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.",
  ],
  500011: [
    'invalid_resource',
    400,
    'The resource principal named {} was not found in the tenant named {}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.',
  ],
  500200: [
    'interaction_required',
    400,
    "User account '{}' is a personal Microsoft account. Personal Microsoft accounts are not supported for this application unless explicitly invited to an organization. Try signing out and signing back in with an organizational account.",
  ],
  500212: [
    'access_denied',
    400,
    "The user's administrator has set an outbound access policy that doesn't allow access to the resource tenant.",
  ],
  500213: [
    'access_denied',
    400,
    "The resource tenant's cross-tenant access policy doesn't allow this user to access this tenant.",
  ],
  650052: [
    'invalid_client',
    400,
    "The app is trying to access a service '{}' that your organization '{}' lacks a service principal for. Contact your IT Admin to review the configuration of your service subscriptions or consent to the application in order to create the required service principal.",
  ],
  700016: [
    'unauthorized_client',
    400,
    "Application with identifier '{}' was not found in the directory '{}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.",
  ],
  700021: [
    'invalid_client',
    401,
    "Client assertion application identifier doesn't match 'client_id' parameter. Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials.",
  ],
  700023: [
    'invalid_client',
    401,
    'Client assertion audience claim does not match Realm issuer. Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials.',
  ],
  700024: [
    'invalid_client',
    401,
    'Client assertion is not within its valid time range. Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials.',
  ],
  700027: [
    'invalid_client',
    401,
    'The certificate with identifier used to sign the client assertion is not registered on application. [Reason - {}]',
  ],
  700054: [
    'unsupported_response_type',
    400,
    "response_type '{}' is not enabled for the application.",
  ],
  700084: [
    'invalid_grant',
    400,
    "The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of {}, which can't be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page. The token was issued on {}.",
  ],
  900144: ['invalid_request', 400, "The request body must contain the following parameter: '{}'."],
  7000215: [
    'invalid_client',
    401,
    "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{}'.",
  ],
  7000218: [
    'invalid_client',
    401,
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  ],
  9001023: [
    'invalid_request',
    400,
    'The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.',
  ],
  9002325: [
    'invalid_request',
    400,
    'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
  ],
  9002326: [
    'invalid_request',
    400,
    "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '{}'.",
  ],
  9002327: [
    'invalid_request',
    400,
    "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
  ],
} as const satisfies Record<number, readonly [error: string, status: number, text: string]>
