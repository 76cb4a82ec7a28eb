import type { RouteObject } from 'react-router'
import { inboxLoader } from './pages/inbox/inbox-loader.ts'
import { mailAgainAction } from './pages/inbox/mail-again.ts'
import { toHomeLoader } from './pages/sign-in.ts'
import { routes } from './paths.ts'

/** The invitations of a person, over their organizations. */
export const inboxRoutes: RouteObject[] = [
  {
    path: routes.inbox,
    loader: inboxLoader,
    lazy: async () => ({
      Component: (await import('./pages/inbox/inbox-page.tsx')).InboxPage,
    }),
  },
  { path: routes.mailInvitation, action: mailAgainAction, loader: toHomeLoader },
]
