import { generatePath } from 'react-router'

/** Every address of the web, as the router matches it. */
export const routes = {
  home: '/',
  organization: '/o/:slug',
  leaveGroup: 'groups/:groupId/leave',
  leaveSeries: 'groups/leave',
  askToStay: 'ask-to-stay',
  askForSponsor: 'ask-for-sponsor',
  departure: '/o/:slug/leave',
  confirmDeparture: 'confirm',
  round: '/leave',
  leaveInRound: ':place',
  roundProgress: '/leave/progress',
  data: '/o/:slug/data',
  leftGuests: '/o/:slug/left-guests',
  ownerlessGroups: '/o/:slug/ownerless-groups',
  inviteByFile: '/o/:slug/invitations/file',
  checkFile: '/o/:slug/invitations/file/check',
  invitationFile: '/o/:slug/invitations/file/:fileId',
  invitationFileResult: '/o/:slug/invitations/file/:fileId/result',
  guests: '/o/:slug/guests',
  guestCount: '/o/:slug/guests/count',
  extendGuests: 'extend',
  bulkPreview: '/o/:slug/guests/extend/preview',
  bulk: '/o/:slug/guests/extended/:bulkId',
  bulkResult: '/o/:slug/guests/extended/:bulkId/result',
  guest: '/o/:slug/guests/:guestId',
  resetSignIn: '/o/:slug/guests/:guestId/sign-in',
  extendGuest: 'extend',
  refuseStay: 'refuse',
  endAccess: 'end',
  exceptGuest: 'except',
  declareEndOwner: 'who-decides',
  handOverGuest: 'hand-over',
  disownGuest: 'not-mine',
  invitations: '/o/:slug/invitations',
  invite: '/o/:slug/invitations/new',
  checkAddress: '/o/:slug/invitations/new/check',
  invitableGroups: '/o/:slug/invitations/new/groups',
  templates: '/o/:slug/invitations/templates',
  newTemplate: '/o/:slug/invitations/templates/new',
  template: '/o/:slug/invitations/templates/:templateId',
  policy: '/o/:slug/policy',
  policyPreview: '/o/:slug/policy/preview',
  inviters: '/o/:slug/policy/inviters',
  askedEndings: '/o/:slug/asked-endings',
  exit: '/o/:slug/exit',
  exitRequests: '/o/:slug/exit-requests',
  asked: '/o/:slug/asked',
  successions: '/o/:slug/successions',
  myExitRequest: '/o/:slug/exit-request',
  exitStatus: '/exit-status/:token',
  notMe: '/not-me/:token',
  move: '/move/:token',
  myMove: '/o/:slug/move',
  resetQuestion: '/reset/:token',
  inbox: '/invitations',
  mailInvitation: '/invitations/:slug/mail',
  record: '/record',
  olderRecord: '/record/:slug',
  receipt: '/receipts/:token',
  askToReturn: '/receipts/:token/ask',
  eraseWords: '/receipts/:token/erase',
  stopLeaving: '/receipts/:token/stop',
  erased: '/erased',
  verifyReceipt: '/receipts/verify',
  accounts: '/accounts',
  signIn: '/sign-in',
  signOut: '/sign-out',
  signedOut: '/signed-out',
  signInHelp: '/help/sign-in',
  privacy: '/privacy',
} as const

/** Says with which of several accounts an organization is visited. */
export const accountParameter = 'account'

/** From where a long list goes on. */
export const cursorParameter = 'cursor'

/** At which organization help is looked for. */
export const organizationParameter = 'organization'
/** The code of Microsoft’s that somebody met. */
export const codeParameter = 'code'

/** Which of somebody's guests are shown, and what is looked for among them. */
export const showParameter = 'show'
export const searchParameter = 'search'

/** Whose account an invitation takes the place of. */
export const fromParameter = 'from'

/** The day that somebody asks for. */
export const untilParameter = 'until'

/** Every link of the web. */
export const paths = {
  home: routes.home,
  organization: (slug: string) => generatePath(routes.organization, { slug }),
  /** The organization's page as one of several accounts sees it. */
  organizationOf: (slug: string, accountMark: string) =>
    `${generatePath(routes.organization, { slug })}?${new URLSearchParams({ [accountParameter]: accountMark })}`,
  leaveGroup: (slug: string, groupId: string) =>
    generatePath(`${routes.organization}/${routes.leaveGroup}`, { slug, groupId }),
  /** Where several groups are left together. */
  leaveSeries: (slug: string) =>
    generatePath(`${routes.organization}/${routes.leaveSeries}`, { slug }),
  /** Where a guest asks to stay longer. */
  askToStay: (slug: string) => generatePath(`${routes.organization}/${routes.askToStay}`, { slug }),
  /** Where a guest asks for somebody else who vouches. */
  askForSponsor: (slug: string) =>
    generatePath(`${routes.organization}/${routes.askForSponsor}`, { slug }),
  departure: (slug: string) => generatePath(routes.departure, { slug }),
  confirmDeparture: (slug: string) =>
    generatePath(`${routes.departure}/${routes.confirmDeparture}`, { slug }),
  /** Where several organizations are left, one after the other. */
  round: routes.round,
  /** Where one of them is asked about, by its place among them. */
  leaveInRound: (place: number) =>
    generatePath(`${routes.round}/${routes.leaveInRound}`, { place: String(place) }),
  roundProgress: routes.roundProgress,
  data: (slug: string) => generatePath(routes.data, { slug }),
  leftGuests: (slug: string) => generatePath(routes.leftGuests, { slug }),
  ownerlessGroups: (slug: string) => generatePath(routes.ownerlessGroups, { slug }),
  /** Where an operator invites many by a file, and how it goes with one. */
  inviteByFile: (slug: string) => generatePath(routes.inviteByFile, { slug }),
  checkFile: (slug: string) => generatePath(routes.checkFile, { slug }),
  invitationFile: (slug: string, fileId: string) =>
    generatePath(routes.invitationFile, { slug, fileId }),
  invitationFileResult: (slug: string, fileId: string) =>
    generatePath(routes.invitationFileResult, { slug, fileId }),
  guests: (slug: string) => generatePath(routes.guests, { slug }),
  guestCount: (slug: string) => generatePath(routes.guestCount, { slug }),
  /** Where several guests are extended together. */
  extendGuests: (slug: string) => generatePath(`${routes.guests}/${routes.extendGuests}`, { slug }),
  bulkPreview: (slug: string) => generatePath(routes.bulkPreview, { slug }),
  bulk: (slug: string, bulkId: string) => generatePath(routes.bulk, { slug, bulkId }),
  bulkResult: (slug: string, bulkId: string) => generatePath(routes.bulkResult, { slug, bulkId }),
  guest: (slug: string, guestId: string) => generatePath(routes.guest, { slug, guestId }),
  /** Where operators set a guest's sign-in back, and whoever vouches sees and stops it. */
  resetSignIn: (slug: string, guestId: string) =>
    generatePath(routes.resetSignIn, { slug, guestId }),
  extendGuest: (slug: string, guestId: string) =>
    generatePath(`${routes.guest}/${routes.extendGuest}`, { slug, guestId }),
  refuseStay: (slug: string, guestId: string) =>
    generatePath(`${routes.guest}/${routes.refuseStay}`, { slug, guestId }),
  endAccess: (slug: string, guestId: string) =>
    generatePath(`${routes.guest}/${routes.endAccess}`, { slug, guestId }),
  /** Where an operator keeps the rules from a guest, and says who decides their end. */
  exceptGuest: (slug: string, guestId: string) =>
    generatePath(`${routes.guest}/${routes.exceptGuest}`, { slug, guestId }),
  declareEndOwner: (slug: string, guestId: string) =>
    generatePath(`${routes.guest}/${routes.declareEndOwner}`, { slug, guestId }),
  /** Where whoever vouches asks a colleague to, or says that the guest is not theirs. */
  handOverGuest: (slug: string, guestId: string) =>
    generatePath(`${routes.guest}/${routes.handOverGuest}`, { slug, guestId }),
  disownGuest: (slug: string, guestId: string) =>
    generatePath(`${routes.guest}/${routes.disownGuest}`, { slug, guestId }),
  /** What whoever is signed in there has sent, and where they invite somebody. */
  invitations: (slug: string, cursor?: string) =>
    generatePath(routes.invitations, { slug }) +
    (cursor === undefined ? '' : `?${new URLSearchParams({ [cursorParameter]: cursor })}`),
  invite: (slug: string) => generatePath(routes.invite, { slug }),
  /** The same for a guest who has another address now. */
  inviteInPlaceOf: (slug: string, guestId: string) =>
    `${generatePath(routes.invite, { slug })}?${new URLSearchParams({ [fromParameter]: guestId })}`,
  checkAddress: (slug: string) => generatePath(routes.checkAddress, { slug }),
  invitableGroups: (slug: string) => generatePath(routes.invitableGroups, { slug }),
  /** What operators write for each kind of guest. */
  templates: (slug: string) => generatePath(routes.templates, { slug }),
  newTemplate: (slug: string) => generatePath(routes.newTemplate, { slug }),
  template: (slug: string, templateId: string) =>
    generatePath(routes.template, { slug, templateId }),
  asked: (slug: string) => generatePath(routes.asked, { slug }),
  successions: (slug: string) => generatePath(routes.successions, { slug }),
  policy: (slug: string) => generatePath(routes.policy, { slug }),
  askedEndings: (slug: string) => generatePath(routes.askedEndings, { slug }),
  /** Whom operators let invite. */
  inviters: (slug: string) => generatePath(routes.inviters, { slug }),
  policyPreview: (slug: string) => generatePath(routes.policyPreview, { slug }),
  /** Where whoever cannot leave by themselves asks for their access to end, without a sign-in. */
  exit: (slug: string) => generatePath(routes.exit, { slug }),
  exitRequests: (slug: string) => generatePath(routes.exitRequests, { slug }),
  myMove: (slug: string) => generatePath(routes.myMove, { slug }),
  myExitRequest: (slug: string) => generatePath(routes.myExitRequest, { slug }),
  /** What a person is invited to, over their organizations. */
  inbox: routes.inbox,
  /** Where one account has a link mailed to it again. */
  mailInvitation: (slug: string, accountMark: string) =>
    `${generatePath(routes.mailInvitation, { slug })}?${new URLSearchParams({ [accountParameter]: accountMark })}`,
  record: routes.record,
  /** Where one account's record at an organization is read on, with a cursor. */
  olderRecord: (slug: string, accountMark: string) =>
    `${generatePath(routes.olderRecord, { slug })}?${new URLSearchParams({ [accountParameter]: accountMark })}`,
  withCursor: (path: string, cursor: string) =>
    `${path}&${new URLSearchParams({ [cursorParameter]: cursor })}`,
  receipt: (token: string) => generatePath(routes.receipt, { token }),
  askToReturn: (token: string) => generatePath(routes.askToReturn, { token }),
  stopLeaving: (token: string) => generatePath(routes.stopLeaving, { token }),
  eraseWords: (token: string) => generatePath(routes.eraseWords, { token }),
  erased: routes.erased,
  /** Where anybody checks a signed receipt; in the fragment, it is sent to no server. */
  verifyReceipt: (signed = '') =>
    signed === '' ? routes.verifyReceipt : `${routes.verifyReceipt}#${signed}`,
  accounts: routes.accounts,
  signIn: routes.signIn,
  signOut: routes.signOut,
  signedOut: routes.signedOut,
  signInHelp: routes.signInHelp,
  /** The same, where the organization is known at which somebody cannot sign in. */
  signInHelpAt: (slug: string, code?: string) => {
    const met = code === undefined ? {} : { [codeParameter]: code }
    return `${routes.signInHelp}?${new URLSearchParams({ [organizationParameter]: slug, ...met })}`
  },
  privacy: routes.privacy,
} as const

/** A path of this site, or the home page where a form or a store was made to say something else. */
export function ownPath(path: unknown): string {
  if (typeof path !== 'string' || !/^\/(?![/\\])/.test(path)) return paths.home
  const url = new URL(path, 'https://foyer.invalid')
  return url.origin === 'https://foyer.invalid' ? url.pathname + url.search : paths.home
}
