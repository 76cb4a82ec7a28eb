import type { RouteObject } from 'react-router'
import { answerExitAction } from './pages/exit-requests/answer.ts'
import { exitRequestsLoader } from './pages/exit-requests/exit-requests-loader.ts'
import { begunLoader, decideAction } from './pages/guest/decide.ts'
import { guestLoader } from './pages/guest/guest-loader.ts'
import { guestsLoader } from './pages/guests/guests-loader.ts'
import { answerAction } from './pages/left-guests/answer.ts'
import { leftGuestsLoader } from './pages/left-guests/left-guests-loader.ts'
import { waiveAction } from './pages/ownerless-groups/waive.ts'
import { isFailure, previewPolicyAction, savePolicyAction } from './pages/policy/change-policy.ts'
import { policyLoader } from './pages/policy/policy-loader.ts'
import { ownerlessGroupsLoader } from './pages/ownerless-groups/ownerless-groups-loader.ts'
import { toHomeLoader } from './pages/sign-in.ts'
import { routes } from './paths.ts'

/** The pages of an organization's own people: whoever vouches for guests, and operators. */
export const officeRoutes: RouteObject[] = [
  {
    path: routes.leftGuests,
    loader: leftGuestsLoader,
    action: answerAction,
    lazy: async () => ({
      Component: (await import('./pages/left-guests/left-guests-page.tsx')).LeftGuestsPage,
    }),
  },
  {
    path: routes.ownerlessGroups,
    loader: ownerlessGroupsLoader,
    action: waiveAction,
    lazy: async () => ({
      Component: (await import('./pages/ownerless-groups/ownerless-groups-page.tsx'))
        .OwnerlessGroupsPage,
    }),
  },
  {
    path: routes.exitRequests,
    loader: exitRequestsLoader,
    action: answerExitAction,
    lazy: async () => ({
      Component: (await import('./pages/exit-requests/exit-requests-page.tsx')).ExitRequestsPage,
    }),
  },
  {
    path: routes.guests,
    loader: guestsLoader,
    // What is shown of them is chosen in the page; nothing is read for it.
    shouldRevalidate: ({ currentUrl, nextUrl, defaultShouldRevalidate }) =>
      currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search
        ? false
        : defaultShouldRevalidate,
    lazy: async () => ({
      Component: (await import('./pages/guests/guests-page.tsx')).GuestsPage,
    }),
  },
  {
    path: routes.guest,
    loader: guestLoader,
    action: decideAction,
    lazy: async () => ({
      Component: (await import('./pages/guest/guest-page.tsx')).GuestPage,
    }),
    children: [
      {
        path: routes.extendGuest,
        loader: begunLoader,
        action: decideAction,
        lazy: async () => ({
          Component: (await import('./pages/guest/extend-dialog.tsx')).ExtendDialog,
        }),
      },
      {
        path: routes.refuseStay,
        loader: begunLoader,
        action: decideAction,
        lazy: async () => ({
          Component: (await import('./pages/guest/refuse-dialog.tsx')).RefuseDialog,
        }),
      },
      {
        path: routes.endAccess,
        loader: begunLoader,
        action: decideAction,
        lazy: async () => ({
          Component: (await import('./pages/guest/end-dialog.tsx')).EndDialog,
        }),
      },
    ],
  },
  {
    path: routes.policy,
    loader: policyLoader,
    action: savePolicyAction,
    // What was not saved stays as it was typed.
    shouldRevalidate: ({ actionResult, defaultShouldRevalidate }) =>
      isFailure(actionResult) ? false : defaultShouldRevalidate,
    lazy: async () => ({
      Component: (await import('./pages/policy/policy-page.tsx')).PolicyPage,
    }),
  },
  {
    path: routes.policyPreview,
    action: previewPolicyAction,
    loader: toHomeLoader,
  },
]
