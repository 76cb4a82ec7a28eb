import { type Issuer, jwkOf, keySet, makeKey, startIssuer } from './issuer.ts'
import {
  authority,
  contoso,
  foyerFile,
  makeFolder,
  openPortal,
  type Portal,
  type PortalSetting,
  registrations,
} from './portal.ts'
import { signToken } from './token.ts'

/** A portal for Contoso, whose keys can be read and whose directory cannot, and Grace's token. */
export interface ContosoPortal extends AsyncDisposable {
  readonly issuer: Issuer
  readonly portal: Portal
  readonly grace: { readonly authorization: string }
}

export async function openContoso(setting: PortalSetting = {}): Promise<ContosoPortal> {
  const issuer = await startIssuer()
  const key = makeKey('contoso-1')
  const iss = `${authority}/${contoso.tenantId}/v2.0`
  issuer.publish(contoso.tenantId, keySet(jwkOf(key, iss)))
  const portal = await openPortal(await makeFolder(foyerFile(issuer.url)), setting)
  const iat = Math.floor(Date.now() / 1000)
  const claims = {
    aud: registrations.api,
    iss,
    iat,
    nbf: iat,
    exp: iat + 4000,
    azp: registrations.web,
    azpacr: '0',
    oid: '9ace0000-0000-4000-8000-000000000009',
    scp: 'access_as_user',
    sub: 'grace',
    tid: contoso.tenantId,
    ver: '2.0',
  }
  const token = signToken({ alg: 'RS256', kid: key.kid }, claims, key.privateKey)
  return {
    issuer,
    portal,
    grace: { authorization: `Bearer ${token}` },
    async [Symbol.asyncDispose]() {
      await portal[Symbol.asyncDispose]()
      await issuer[Symbol.asyncDispose]()
    },
  }
}
