import { createBrowserRouter, RouterContextProvider } from 'react-router'
import type { Call } from './call.ts'
import { callContext, placesContext, sessionContext } from './context.ts'
import { accountsLoader } from './pages/accounts/accounts-loader.ts'
import { dataLoader } from './pages/data/data-loader.ts'
import { departAction } from './pages/departure/depart.ts'
import { departureLoader } from './pages/departure/departure-loader.ts'
import { exitStatusLoader } from './pages/exit-status/exit-status-loader.ts'
import { exitLoader } from './pages/exit/exit-loader.ts'
import { exitAction } from './pages/exit/exit.ts'
import { inboxRoutes } from './inbox-routes.ts'
import { officeRoutes } from './office-routes.ts'
import { HomePage, homeAction, homeLoader } from './pages/home/home-page.tsx'
import { askForSponsorAction } from './pages/organization/ask-for-sponsor.ts'
import { LeaveGroupDialog } from './pages/organization/leave-group-dialog.tsx'
import { leaveGroupAction } from './pages/organization/leave-group.ts'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { moveLoader, stopMoveAction } from './pages/move/move-loader.ts'
import { notMeLoader } from './pages/not-me/not-me-loader.ts'
import { objectAction } from './pages/not-me/object.ts'
import { myExitAction } from './pages/organization/my-exit.ts'
import { organizationLoader, OrganizationPage } from './pages/organization/organization-page.tsx'
import { olderRecordLoader, recordLoader } from './pages/record/record-loader.ts'
import { receiptLoader } from './pages/receipt/receipt-loader.ts'
import { askAction } from './pages/receipt/ask.ts'
import { eraseAction } from './pages/receipt/erase.ts'
import { stopAction } from './pages/receipt/stop.ts'
import { undoAction } from './pages/receipt/undo.ts'
import { answerResetAction } from './pages/reset-question/answer-reset.ts'
import { resetQuestionLoader } from './pages/reset-question/reset-question-loader.ts'
import { RouteErrorPage } from './pages/route-error-page.tsx'
import { roundAction } from './pages/round/begin-round.ts'
import { leaveInRoundAction } from './pages/round/leave-in-round.ts'
import { roundLoader } from './pages/round/round-loader.ts'
import { roundProgressLoader } from './pages/round/round-progress.ts'
import { seriesLoader } from './pages/series/series-loader.ts'
import { leaveSeriesAction } from './pages/series/leave-series.ts'
import { stopMyMoveAction } from './pages/organization/my-move.ts'
import { stayAction } from './pages/stay/stay-action.ts'
import { signInAction, toHomeLoader } from './pages/sign-in.ts'
import { signOutAction } from './pages/sign-out.ts'
import { verifyAction } from './pages/verify/verify.ts'
import { paths, routes } from './paths.ts'
import { createPlaceReader } from './places/place-reader.ts'
import type { Session } from './session/session.ts'
import { Shell } from './shell/shell.tsx'
import { StartingPage } from './shell/starting-page.tsx'

/**
 * Makes the map of the web. Creation starts the first page's loader, so the session comes first.
 */
export function createRouter(session: Session, call: Call) {
  const places = createPlaceReader(session, call)
  return createBrowserRouter(
    [
      {
        Component: Shell,
        ErrorBoundary: RouteErrorPage,
        HydrateFallback: StartingPage,
        children: [
          {
            ErrorBoundary: RouteErrorPage,
            children: [
              { path: routes.home, Component: HomePage, loader: homeLoader, action: homeAction },
              {
                path: routes.organization,
                Component: OrganizationPage,
                loader: organizationLoader,
                // Groups that are left together are followed by their receipts until all have ended.
                shouldRevalidate: ({ formAction, currentParams, defaultShouldRevalidate }) =>
                  formAction === paths.leaveSeries(currentParams['slug'] ?? '')
                    ? false
                    : defaultShouldRevalidate,
                children: [
                  {
                    path: routes.leaveGroup,
                    action: leaveGroupAction,
                    Component: LeaveGroupDialog,
                  },
                  {
                    path: routes.askToStay,
                    action: stayAction,
                    lazy: async () => ({
                      Component: (await import('./pages/stay/ask-to-stay-dialog.tsx'))
                        .AskToStayDialog,
                    }),
                  },
                  {
                    path: routes.askForSponsor,
                    action: askForSponsorAction,
                    lazy: async () => ({
                      Component: (await import('./pages/organization/ask-for-sponsor-dialog.tsx'))
                        .AskForSponsorDialog,
                    }),
                  },
                  {
                    path: routes.leaveSeries,
                    loader: seriesLoader,
                    action: leaveSeriesAction,
                    lazy: async () => ({
                      Component: (await import('./pages/series/series-question.tsx'))
                        .SeriesQuestion,
                    }),
                  },
                ],
              },
              {
                path: routes.departure,
                loader: departureLoader,
                lazy: async () => ({
                  Component: (await import('./pages/departure/departure-page.tsx')).DeparturePage,
                }),
                children: [
                  {
                    path: routes.confirmDeparture,
                    action: departAction,
                    lazy: async () => ({
                      Component: (await import('./pages/departure/departure-dialog.tsx'))
                        .DepartureDialog,
                    }),
                  },
                ],
              },
              {
                path: routes.round,
                loader: roundLoader,
                action: roundAction,
                // What ends was read, and how one organization is left is read by itself.
                shouldRevalidate: ({ formAction, defaultShouldRevalidate }) =>
                  formAction?.startsWith(`${routes.round}/`) ? false : defaultShouldRevalidate,
                lazy: async () => ({
                  Component: (await import('./pages/round/round-page.tsx')).RoundPage,
                }),
                children: [
                  {
                    path: routes.leaveInRound,
                    action: leaveInRoundAction,
                    lazy: async () => ({
                      Component: (await import('./pages/departure/departure-dialog.tsx'))
                        .DepartureDialog,
                    }),
                  },
                ],
              },
              { path: routes.roundProgress, loader: roundProgressLoader },
              {
                path: routes.data,
                loader: dataLoader,
                lazy: async () => ({
                  Component: (await import('./pages/data/data-page.tsx')).DataPage,
                }),
              },
              ...officeRoutes,
              {
                path: routes.exit,
                loader: exitLoader,
                action: exitAction,
                lazy: async () => ({
                  Component: (await import('./pages/exit/exit-page.tsx')).ExitPage,
                }),
              },
              {
                path: routes.exitStatus,
                loader: exitStatusLoader,
                lazy: async () => ({
                  Component: (await import('./pages/exit-status/exit-status-page.tsx'))
                    .ExitStatusPage,
                }),
              },
              {
                path: routes.notMe,
                loader: notMeLoader,
                action: objectAction,
                lazy: async () => ({
                  Component: (await import('./pages/not-me/not-me-page.tsx')).NotMePage,
                }),
              },
              {
                path: routes.move,
                loader: moveLoader,
                action: stopMoveAction,
                lazy: async () => ({
                  Component: (await import('./pages/move/move-page.tsx')).MovePage,
                }),
              },
              { path: routes.myMove, action: stopMyMoveAction, loader: toHomeLoader },
              {
                path: routes.resetQuestion,
                loader: resetQuestionLoader,
                action: answerResetAction,
                lazy: async () => ({
                  Component: (await import('./pages/reset-question/reset-question-page.tsx'))
                    .ResetQuestionPage,
                }),
              },
              { path: routes.myExitRequest, action: myExitAction, loader: toHomeLoader },
              {
                path: routes.receipt,
                loader: receiptLoader,
                action: undoAction,
                lazy: async () => ({
                  Component: (await import('./pages/receipt/receipt-page.tsx')).ReceiptPage,
                }),
              },
              { path: routes.askToReturn, action: askAction, loader: toHomeLoader },
              { path: routes.stopLeaving, action: stopAction, loader: toHomeLoader },
              { path: routes.eraseWords, action: eraseAction, loader: toHomeLoader },
              {
                path: routes.erased,
                lazy: async () => ({
                  Component: (await import('./pages/erased-page.tsx')).ErasedPage,
                }),
              },
              {
                path: routes.verifyReceipt,
                action: verifyAction,
                lazy: async () => ({
                  Component: (await import('./pages/verify/verify-page.tsx')).VerifyPage,
                }),
              },
              {
                path: routes.accounts,
                loader: accountsLoader,
                lazy: async () => ({
                  Component: (await import('./pages/accounts/accounts-page.tsx')).AccountsPage,
                }),
              },
              {
                path: routes.record,
                loader: recordLoader,
                lazy: async () => ({
                  Component: (await import('./pages/record/record-page.tsx')).RecordPage,
                }),
              },
              { path: routes.olderRecord, loader: olderRecordLoader },
              ...inboxRoutes,
              { path: routes.signIn, action: signInAction, loader: toHomeLoader },
              { path: routes.signOut, action: signOutAction, loader: toHomeLoader },
              {
                path: routes.signedOut,
                lazy: async () => ({
                  Component: (await import('./pages/signed-out-page.tsx')).SignedOutPage,
                }),
              },
              {
                path: routes.signInHelp,
                lazy: async () => ({
                  Component: (await import('./pages/sign-in-help/sign-in-help-page.tsx'))
                    .SignInHelpPage,
                }),
              },
              {
                path: routes.privacy,
                lazy: async () => ({
                  Component: (await import('./pages/privacy-page.tsx')).PrivacyPage,
                }),
              },
              { path: '*', Component: NotFoundPage },
            ],
          },
        ],
      },
    ],
    {
      getContext: () => {
        const context = new RouterContextProvider()
        context.set(sessionContext, session)
        context.set(callContext, call)
        context.set(placesContext, places)
        return context
      },
    },
  )
}
