import type { RouteObject, ShouldRevalidateFunction } from 'react-router'
import { answerAskedAction } from './pages/asked/answer-asked.ts'
import { askedLoader } from './pages/asked/asked-loader.ts'
import { answerEndingAction } from './pages/asked-endings/answer.ts'
import { askedEndingsLoader } from './pages/asked-endings/asked-endings-loader.ts'
import { extendGuestsAction, previewBulkAction } from './pages/bulk/extend-guests.ts'
import { bulkLoader, readResultAction, stopBulkAction } from './pages/bulk/follow-bulk.ts'
import { answerExitAction } from './pages/exit-requests/answer.ts'
import { exitRequestsLoader } from './pages/exit-requests/exit-requests-loader.ts'
import { begunLoader, decideAction } from './pages/guest/decide.ts'
import { guestLoader } from './pages/guest/guest-loader.ts'
import { guestCountLoader, isCountedAgain } from './pages/guests/guest-count.ts'
import { guestsLoader } from './pages/guests/guests-loader.ts'
import { changeInvitationAction } from './pages/invitations/change-invitation.ts'
import { invitationsLoader } from './pages/invitations/invitations-loader.ts'
import { decideInvitingAction } from './pages/inviters/decide-inviting.ts'
import { invitersLoader } from './pages/inviters/inviters-loader.ts'
import { checkAddressAction } from './pages/invite/check-address.ts'
import { inviteLoader, searchGroupsLoader } from './pages/invite/invite-loader.ts'
import { inviteAction, wasFilledIn } from './pages/invite/invite.ts'
import {
  invitationFileLoader,
  readFileResultAction,
  stopFileAction,
} from './pages/invitation-files/follow-file.ts'
import {
  checkFileAction,
  invitationFilesLoader,
  sendFileAction,
} from './pages/invitation-files/send-file.ts'
import { answerAction } from './pages/left-guests/answer.ts'
import { leftGuestsLoader } from './pages/left-guests/left-guests-loader.ts'
import { waiveAction } from './pages/ownerless-groups/waive.ts'
import { isFailure, previewPolicyAction, savePolicyAction } from './pages/policy/change-policy.ts'
import { policyLoader } from './pages/policy/policy-loader.ts'
import { ownerlessGroupsLoader } from './pages/ownerless-groups/ownerless-groups-loader.ts'
import { resetAction } from './pages/reset/reset-action.ts'
import { resetLoader } from './pages/reset/reset-loader.ts'
import { successionsLoader } from './pages/successions/successions-loader.ts'
import { keepTemplateAction, removeTemplateAction } from './pages/templates/change-templates.ts'
import { templatesLoader } from './pages/templates/templates-loader.ts'
import { toHomeLoader } from './pages/sign-in.ts'
import { routes } from './paths.ts'

const keepsTyped: ShouldRevalidateFunction = ({ actionResult, defaultShouldRevalidate }) =>
  isFailure(actionResult) ? false : defaultShouldRevalidate

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
    path: routes.inviteByFile,
    loader: invitationFilesLoader,
    action: sendFileAction,
    lazy: async () => ({
      Component: (await import('./pages/invitation-files/send-page.tsx')).SendFilePage,
    }),
  },
  { path: routes.checkFile, action: checkFileAction, loader: toHomeLoader },
  {
    path: routes.invitationFile,
    loader: invitationFileLoader,
    action: stopFileAction,
    lazy: async () => ({
      Component: (await import('./pages/invitation-files/progress-page.tsx')).FileProgressPage,
    }),
  },
  { path: routes.invitationFileResult, action: readFileResultAction, loader: toHomeLoader },
  {
    path: routes.exitRequests,
    loader: exitRequestsLoader,
    action: answerExitAction,
    lazy: async () => ({
      Component: (await import('./pages/exit-requests/exit-requests-page.tsx')).ExitRequestsPage,
    }),
  },
  {
    path: routes.askedEndings,
    loader: askedEndingsLoader,
    action: answerEndingAction,
    lazy: async () => ({
      Component: (await import('./pages/asked-endings/asked-endings-page.tsx')).AskedEndingsPage,
    }),
  },
  {
    path: routes.asked,
    loader: askedLoader,
    action: answerAskedAction,
    lazy: async () => ({
      Component: (await import('./pages/asked/asked-page.tsx')).AskedPage,
    }),
  },
  {
    path: routes.successions,
    loader: successionsLoader,
    lazy: async () => ({
      Component: (await import('./pages/successions/successions-page.tsx')).SuccessionsPage,
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
    children: [
      {
        path: routes.extendGuests,
        action: extendGuestsAction,
        lazy: async () => ({
          Component: (await import('./pages/bulk/bulk-question.tsx')).BulkQuestion,
        }),
      },
    ],
  },
  { path: routes.guestCount, loader: guestCountLoader, shouldRevalidate: isCountedAgain },
  { path: routes.bulkPreview, action: previewBulkAction, loader: toHomeLoader },
  {
    path: routes.bulk,
    loader: bulkLoader,
    action: stopBulkAction,
    lazy: async () => ({
      Component: (await import('./pages/bulk/bulk-page.tsx')).BulkPage,
    }),
  },
  { path: routes.bulkResult, action: readResultAction, loader: toHomeLoader },
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
      {
        path: routes.exceptGuest,
        action: decideAction,
        lazy: async () => ({
          Component: (await import('./pages/guest/except-dialog.tsx')).ExceptDialog,
        }),
      },
      {
        path: routes.declareEndOwner,
        action: decideAction,
        lazy: async () => ({
          Component: (await import('./pages/guest/end-owner-dialog.tsx')).EndOwnerDialog,
        }),
      },
      {
        path: routes.handOverGuest,
        action: decideAction,
        lazy: async () => ({
          Component: (await import('./pages/guest/hand-over-dialog.tsx')).HandOverDialog,
        }),
      },
      {
        path: routes.disownGuest,
        action: decideAction,
        lazy: async () => ({
          Component: (await import('./pages/guest/disown-dialog.tsx')).DisownDialog,
        }),
      },
    ],
  },
  {
    path: routes.resetSignIn,
    loader: resetLoader,
    action: resetAction,
    lazy: async () => ({
      Component: (await import('./pages/reset/reset-page.tsx')).ResetPage,
    }),
  },
  {
    path: routes.invitations,
    loader: invitationsLoader,
    action: changeInvitationAction,
    lazy: async () => ({
      Component: (await import('./pages/invitations/invitations-page.tsx')).InvitationsPage,
    }),
  },
  {
    path: routes.invite,
    loader: inviteLoader,
    action: inviteAction,
    // What was typed stays as it is, whatever became of it.
    shouldRevalidate: ({ actionResult, defaultShouldRevalidate }) =>
      wasFilledIn(actionResult) ? false : defaultShouldRevalidate,
    lazy: async () => ({
      Component: (await import('./pages/invite/invite-page.tsx')).InvitePage,
    }),
  },
  { path: routes.checkAddress, action: checkAddressAction, loader: toHomeLoader },
  { path: routes.invitableGroups, loader: searchGroupsLoader, shouldRevalidate: () => false },
  {
    path: routes.templates,
    loader: templatesLoader,
    action: removeTemplateAction,
    lazy: async () => ({
      Component: (await import('./pages/templates/templates-page.tsx')).TemplatesPage,
    }),
  },
  ...[routes.newTemplate, routes.template].map((path) => ({
    path,
    loader: templatesLoader,
    action: keepTemplateAction,
    // What was not saved stays as it was typed.
    shouldRevalidate: keepsTyped,
    lazy: async () => ({
      Component: (await import('./pages/templates/template-page.tsx')).TemplatePage,
    }),
  })),
  {
    path: routes.policy,
    loader: policyLoader,
    action: savePolicyAction,
    // What was not saved stays as it was typed.
    shouldRevalidate: keepsTyped,
    lazy: async () => ({
      Component: (await import('./pages/policy/policy-page.tsx')).PolicyPage,
    }),
  },
  {
    path: routes.inviters,
    loader: invitersLoader,
    action: decideInvitingAction,
    lazy: async () => ({
      Component: (await import('./pages/inviters/inviters-page.tsx')).InvitersPage,
    }),
  },
  {
    path: routes.policyPreview,
    action: previewPolicyAction,
    loader: toHomeLoader,
  },
]
