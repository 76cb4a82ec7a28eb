import type { Application } from '../world/application.ts'
import type { Tenant } from '../world/tenant.ts'
import { SignInError } from './sign-in-error.ts'

/** A request of a person's client to the token endpoint of one tenant. */
export interface TokenRequest {
  readonly tenant: Tenant
  readonly application: Application
  readonly form: Readonly<Record<string, string>>
  readonly origin: string | undefined
}

/** @throws {SignInError} 900144. */
export function requireField(form: Readonly<Record<string, string>>, name: string): string {
  const value = form[name]
  if (!value) throw new SignInError(900144, [name])
  return value
}
