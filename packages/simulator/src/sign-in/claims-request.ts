import type { Grant } from './grants.ts'

interface ClaimsRequest {
  readonly access_token?: {
    readonly acrs?: { readonly value?: string; readonly values?: readonly string[] }
    readonly xms_cc?: { readonly values?: readonly string[] }
  }
}

/** The authentication contexts that a client asks for (claims-challenge.md). */
export function askedContextsOf(claimsRequest: string | undefined): readonly string[] {
  const acrs = read(claimsRequest).access_token?.acrs
  return acrs?.values ?? (acrs?.value ? [acrs.value] : [])
}

export function clientCapabilitiesOf({ claimsRequest }: Grant): readonly string[] | undefined {
  return read(claimsRequest).access_token?.xms_cc?.values
}

/** What cannot be read asks for nothing. */
function read(claimsRequest: string | undefined): ClaimsRequest {
  if (!claimsRequest) return {}
  try {
    return (JSON.parse(claimsRequest) ?? {}) as ClaimsRequest
  } catch {
    return {}
  }
}
