import { generatePath } from 'react-router'

/** Every address of the web, as the router matches it. */
export const routes = {
  home: '/',
  organization: '/o/:slug',
  leaveGroup: 'groups/:groupId/leave',
  signIn: '/sign-in',
  signOut: '/sign-out',
  signedOut: '/signed-out',
  signInHelp: '/help/sign-in',
  privacy: '/privacy',
} as const

/** Every link of the web. */
export const paths = {
  home: routes.home,
  organization: (slug: string) => generatePath(routes.organization, { slug }),
  leaveGroup: (slug: string, groupId: string) =>
    generatePath(`${routes.organization}/${routes.leaveGroup}`, { slug, groupId }),
  signIn: routes.signIn,
  signOut: routes.signOut,
  signedOut: routes.signedOut,
  signInHelp: routes.signInHelp,
  privacy: routes.privacy,
} as const

/** A path of this site, or the home page where a form or a store was made to say something else. */
export function ownPath(path: unknown): string {
  if (typeof path !== 'string' || !/^\/(?![/\\])/.test(path)) return paths.home
  const url = new URL(path, 'https://foyer.invalid')
  return url.origin === 'https://foyer.invalid' ? url.pathname + url.search : paths.home
}
