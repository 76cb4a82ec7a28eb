import { type Static, Type } from 'typebox'
import { maybe } from './graph-shape.ts'

const dated = maybe(Type.String())

/**
 * When somebody signed in (Microsoft Graph, "signInActivity resource type"): themselves, by an app in
 * their name, and successfully. Each may be missing: the service does not know it, or began to keep it
 * only later.
 */
export const SignInActivity = maybe(
  Type.Object({
    lastSignInDateTime: dated,
    lastNonInteractiveSignInDateTime: dated,
    lastSuccessfulSignInDateTime: dated,
  }),
)

/** The latest of the dates; undefined where none is known, which does not mean that there was none. */
export function latestSignInOf(
  activity: Static<typeof SignInActivity> | undefined,
): string | undefined {
  const { lastSignInDateTime, lastNonInteractiveSignInDateTime, lastSuccessfulSignInDateTime } =
    activity ?? {}
  return [lastSignInDateTime, lastNonInteractiveSignInDateTime, lastSuccessfulSignInDateTime]
    .filter((date) => typeof date === 'string')
    .toSorted((one, other) => Date.parse(one) - Date.parse(other))
    .at(-1)
}
