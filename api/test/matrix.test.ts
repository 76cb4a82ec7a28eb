import { randomBytes, randomUUID } from 'node:crypto'
import { everyOperation, problemsOf } from '@foyer/contracts/every-operation'
import type { Operation } from '@foyer/contracts/operation'
import { changePolicy } from '@foyer/contracts/policy'
import { type ProblemCode, problems } from '@foyer/contracts/problem'
import { proposedPolicy } from '@foyer/lifecycle/policy'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { usualRateLimits } from '../src/http/rate-limit.ts'
import { idOf } from './support/leaving.ts'
import { signIn } from './support/sign-in.ts'
import { openWorld, portalOrigin, type Slug, type Visitor, type World } from './support/world.ts'

// Every operation of the contracts × everybody who may come × the organization they come to. A new
// operation has no answer here, and fails the last test until somebody has thought about each caller.

type OperationId = (typeof everyOperation)[number]['id']
type Outcome = 'ok' | ProblemCode

const aToken = () => randomBytes(32).toString('base64url')
const aFile = 'address,name,purpose,end date\nnora@litware.example,Nora Hansen,Tender,2027-03-31'

const input = (organization: string): Readonly<Record<OperationId, object>> => ({
  getMe: {},
  getMyNotes: {},
  getMyData: {},
  listMyGroups: {},
  listMyJournal: {},
  listMyInvitations: {},
  mailMyInvitation: { params: { invitationId: randomUUID() } },
  leaveGroup: { params: { groupId: '00000000-0000-4000-8000-000000000000' } },
  previewDeparture: {},
  leaveOrganization: { body: { confirmation: organization }, key: randomUUID() },
  askForDepartureCode: { body: {} },
  getReceipt: { params: { token: aToken() } },
  stopLeaving: { params: { token: aToken() } },
  findWayBack: { params: { token: aToken() } },
  undoLeaving: { params: { token: aToken() } },
  askToReturn: { params: { token: aToken() }, body: {} },
  eraseMyWords: { params: { token: aToken() } },
  listLeftGuests: {},
  grantReturn: { params: { leavingId: randomUUID() }, body: { withoutGroups: [] } },
  refuseReturn: { params: { leavingId: randomUUID() }, body: {} },
  placeHold: { params: { leavingId: randomUUID() }, body: { reason: 'A contract has ended' } },
  liftHold: { params: { leavingId: randomUUID() } },
  askForExitCode: {
    params: { slug: 'contoso' },
    body: { mail: `${randomUUID()}@nobody.example` },
  },
  fileExitRequest: { params: { attempt: aToken() }, body: { code: '000000' } },
  getExitStatus: { params: { token: aToken() } },
  getObjection: { params: { token: aToken() } },
  objectToExit: { params: { token: aToken() } },
  getMyExitRequest: {},
  confirmMyExitRequest: {},
  stopMyExitRequest: {},
  listExitRequests: {},
  grantExit: { params: { exitRequestId: randomUUID() } },
  refuseExit: { params: { exitRequestId: randomUUID() }, body: { reason: 'Not yet' } },
  listOwnerlessGroups: {},
  waiveOwner: {
    params: { groupId: '00000000-0000-4000-8000-000000000000' },
    body: { answer: 'not-needed', reason: 'It is over' },
  },
  getMyAccess: {},
  askToStay: { body: { until: '2027-03-31', reason: 'It goes on' } },
  withdrawStayRequest: {},
  listGuests: {},
  countGuests: {},
  getGuest: { params: { guestId: randomUUID() } },
  extendGuest: {
    params: { guestId: randomUUID() },
    body: { until: '2027-03-31', reason: 'It goes on' },
  },
  attestGuest: { params: { guestId: randomUUID() } },
  doubtGuest: { params: { guestId: randomUUID() } },
  withdrawDoubt: { params: { guestId: randomUUID() } },
  answerDoubt: { body: { reason: 'It goes on' } },
  previewBulkExtension: { body: { guestIds: [randomUUID()], until: '2027-03-31' } },
  extendGuests: {
    body: { guestIds: [randomUUID()], until: '2027-03-31', reason: 'It goes on' },
    key: randomUUID(),
  },
  getBulkExtension: { params: { bulkId: randomUUID() } },
  stopBulkExtension: { params: { bulkId: randomUUID() } },
  listBulkItems: { params: { bulkId: randomUUID() }, query: {} },
  answerStayRequest: { params: { guestId: randomUUID() }, body: { note: 'It is over' } },
  endAccess: { params: { guestId: randomUUID() }, body: { reason: 'It is over' } },
  listAskedEndings: {},
  answerEnding: {
    params: { endingId: randomUUID() },
    body: { isAllowed: true, note: 'Agreed' },
  },
  stopEnding: { params: { guestId: randomUUID() } },
  getReset: { params: { guestId: randomUUID() } },
  askForReset: { params: { guestId: randomUUID() }, body: { reason: 'A new mailbox' } },
  stopReset: { params: { guestId: randomUUID() } },
  agreeToReset: { params: { guestId: randomUUID() }, body: {} },
  carryOutReset: { params: { guestId: randomUUID() }, delegatedToken: 'e30.e30.e30' },
  getResetQuestion: { params: { token: aToken() } },
  answerResetQuestion: { params: { token: aToken() }, body: { isWanted: true } },
  listExceptions: {},
  makeException: {
    params: { guestId: randomUUID() },
    body: { until: '2027-03-31', reason: 'The auditors come until then' },
  },
  endException: { params: { guestId: randomUUID() } },
  declareEndOwner: { params: { guestId: randomUUID() }, body: { owner: 'home-sync' } },
  openSuccession: { params: { guestId: randomUUID() }, body: { cause: 'handed-over' } },
  getSuccession: { params: { guestId: randomUUID() } },
  withdrawSuccession: { params: { guestId: randomUUID() } },
  listMySuccessions: {},
  answerSuccession: { params: { successionId: randomUUID() }, body: { accepts: false } },
  listSuccessions: {},
  getMySuccession: {},
  askForSponsor: { body: { note: 'Mine has left' } },
  withdrawSponsorWish: {},
  getMoveChoice: { params: { guestId: randomUUID() } },
  answerMove: { params: { guestId: randomUUID() }, body: { groupIds: [], carriesEnd: false } },
  stopGuestMove: { params: { guestId: randomUUID() } },
  stopMyMove: {},
  openMove: { params: { token: aToken() } },
  stopMove: { params: { token: aToken() } },
  checkInvitation: { body: { mail: `${randomUUID()}@nobody.example` } },
  listInvitableGroups: { query: {} },
  listInvitations: { query: {} },
  inviteGuest: {
    body: {
      mail: `${randomUUID()}@nobody.example`,
      name: 'Nora Hansen',
      purpose: 'Winter tender',
      endsOn: '2027-03-31',
      groupIds: [],
      language: 'en',
    },
    key: randomUUID(),
  },
  withdrawInvitation: { params: { invitationId: randomUUID() } },
  resendInvitation: { params: { invitationId: randomUUID() }, key: randomUUID() },
  confirmRedeemer: { params: { invitationId: randomUUID() } },
  checkInvitationFile: { body: { text: 'address,name' } },
  listInvitationFiles: {},
  inviteByFile: { body: { text: aFile, digest: '0'.repeat(64) }, key: randomUUID() },
  getInvitationFile: { params: { fileId: randomUUID() } },
  stopInvitationFile: { params: { fileId: randomUUID() } },
  listInvitationFileItems: { params: { fileId: randomUUID() }, query: {} },
  listInvitationTemplates: {},
  keepInvitationTemplate: {
    params: { templateId: randomUUID() },
    body: {
      name: randomUUID(),
      purpose: 'Audit',
      accessDays: 90,
      groupIds: [],
      language: 'en',
    },
    version: 0,
  },
  removeInvitationTemplate: { params: { templateId: randomUUID() } },
  listInvitingDelegations: {},
  delegateInviting: {
    body: { mail: 'noor@contoso.com', until: '2027-03-31', reason: 'She runs the tender' },
  },
  endInvitingDelegation: { params: { personId: randomUUID() } },
  openInvitation: { params: { token: aToken() } },
  declineInvitation: { params: { token: aToken() }, body: { mail: 'nora@litware.example' } },
  takeBackDecline: { params: { token: aToken() } },
  disownInvitation: { params: { token: aToken() } },
  findLostInvitation: {
    params: { slug: 'contoso' },
    body: { mail: `${randomUUID()}@nobody.example` },
  },
  getPolicy: {},
  changePolicy: { body: proposedPolicy, version: 0 },
  previewPolicy: { body: proposedPolicy },
  lookUpOrganization: { query: { name: 'contoso' } },
  listSigningKeys: {},
  getNamedPortals: {},
})

/** Nobody, or somebody whose token is none of ours: they learn nothing but that. */
const refused: Row = {
  getMe: 'token-refused',
  getMyNotes: 'token-refused',
  getMyData: 'token-refused',
  listMyGroups: 'token-refused',
  listMyJournal: 'token-refused',
  listMyInvitations: 'token-refused',
  mailMyInvitation: 'token-refused',
  leaveGroup: 'token-refused',
  previewDeparture: 'token-refused',
  leaveOrganization: 'token-refused',
  askForDepartureCode: 'token-refused',
  getReceipt: 'receipt-not-found',
  stopLeaving: 'receipt-not-found',
  findWayBack: 'receipt-not-found',
  undoLeaving: 'receipt-not-found',
  askToReturn: 'receipt-not-found',
  eraseMyWords: 'receipt-not-found',
  listLeftGuests: 'token-refused',
  grantReturn: 'token-refused',
  refuseReturn: 'token-refused',
  placeHold: 'token-refused',
  liftHold: 'token-refused',
  askForExitCode: 'ok',
  fileExitRequest: 'code-ended',
  getExitStatus: 'exit-request-not-found',
  getObjection: 'exit-request-not-found',
  objectToExit: 'exit-request-not-found',
  getMyExitRequest: 'token-refused',
  confirmMyExitRequest: 'token-refused',
  stopMyExitRequest: 'token-refused',
  listExitRequests: 'token-refused',
  grantExit: 'token-refused',
  refuseExit: 'token-refused',
  listOwnerlessGroups: 'token-refused',
  waiveOwner: 'token-refused',
  getMyAccess: 'token-refused',
  askToStay: 'token-refused',
  withdrawStayRequest: 'token-refused',
  answerStayRequest: 'token-refused',
  endAccess: 'token-refused',
  listAskedEndings: 'token-refused',
  answerEnding: 'token-refused',
  stopEnding: 'token-refused',
  getReset: 'token-refused',
  askForReset: 'token-refused',
  stopReset: 'token-refused',
  agreeToReset: 'token-refused',
  carryOutReset: 'token-refused',
  getResetQuestion: 'reset-question-not-found',
  answerResetQuestion: 'reset-question-not-found',
  listExceptions: 'token-refused',
  makeException: 'token-refused',
  endException: 'token-refused',
  declareEndOwner: 'token-refused',
  listGuests: 'token-refused',
  countGuests: 'token-refused',
  getGuest: 'token-refused',
  extendGuest: 'token-refused',
  attestGuest: 'token-refused',
  doubtGuest: 'token-refused',
  withdrawDoubt: 'token-refused',
  answerDoubt: 'token-refused',
  previewBulkExtension: 'token-refused',
  extendGuests: 'token-refused',
  getBulkExtension: 'token-refused',
  stopBulkExtension: 'token-refused',
  listBulkItems: 'token-refused',
  getPolicy: 'token-refused',
  changePolicy: 'token-refused',
  previewPolicy: 'token-refused',
  lookUpOrganization: 'ok',
  listSigningKeys: 'ok',
  getNamedPortals: 'ok',
  openSuccession: 'token-refused',
  getSuccession: 'token-refused',
  withdrawSuccession: 'token-refused',
  listMySuccessions: 'token-refused',
  answerSuccession: 'token-refused',
  listSuccessions: 'token-refused',
  getMySuccession: 'token-refused',
  askForSponsor: 'token-refused',
  withdrawSponsorWish: 'token-refused',
  getMoveChoice: 'token-refused',
  answerMove: 'token-refused',
  stopGuestMove: 'token-refused',
  stopMyMove: 'token-refused',
  openMove: 'move-not-found',
  stopMove: 'move-not-found',
  checkInvitation: 'token-refused',
  listInvitableGroups: 'token-refused',
  listInvitations: 'token-refused',
  inviteGuest: 'token-refused',
  withdrawInvitation: 'token-refused',
  resendInvitation: 'token-refused',
  openInvitation: 'invitation-link-not-found',
  declineInvitation: 'invitation-link-not-found',
  takeBackDecline: 'invitation-link-not-found',
  disownInvitation: 'invitation-link-not-found',
  findLostInvitation: 'ok',
  confirmRedeemer: 'token-refused',
  checkInvitationFile: 'token-refused',
  listInvitationFiles: 'token-refused',
  inviteByFile: 'token-refused',
  getInvitationFile: 'token-refused',
  stopInvitationFile: 'token-refused',
  listInvitationFileItems: 'token-refused',
  listInvitationTemplates: 'token-refused',
  keepInvitationTemplate: 'token-refused',
  removeInvitationTemplate: 'token-refused',
  listInvitingDelegations: 'token-refused',
  delegateInviting: 'token-refused',
  endInvitingDelegation: 'token-refused',
}
const guest: Row = {
  getMe: 'ok',
  getMyNotes: 'ok',
  getMyData: 'ok',
  listMyGroups: 'ok',
  listMyJournal: 'ok',
  listMyInvitations: 'ok',
  mailMyInvitation: 'invitation-not-found',
  leaveGroup: 'membership-not-found',
  previewDeparture: 'ok',
  leaveOrganization: 'sign-in-too-old',
  askForDepartureCode: 'sign-in-too-old',
  getReceipt: 'receipt-not-found',
  stopLeaving: 'receipt-not-found',
  findWayBack: 'receipt-not-found',
  undoLeaving: 'receipt-not-found',
  askToReturn: 'receipt-not-found',
  eraseMyWords: 'receipt-not-found',
  listLeftGuests: 'not-answerable',
  grantReturn: 'not-answerable',
  refuseReturn: 'not-answerable',
  placeHold: 'not-answerable',
  liftHold: 'not-answerable',
  askForExitCode: 'ok',
  fileExitRequest: 'code-ended',
  getExitStatus: 'exit-request-not-found',
  getObjection: 'exit-request-not-found',
  objectToExit: 'exit-request-not-found',
  getMyExitRequest: 'ok',
  confirmMyExitRequest: 'exit-request-not-found',
  stopMyExitRequest: 'exit-request-not-found',
  listExitRequests: 'not-answerable',
  grantExit: 'not-answerable',
  refuseExit: 'not-answerable',
  listOwnerlessGroups: 'not-an-operator',
  waiveOwner: 'not-an-operator',
  getMyAccess: 'ok',
  askToStay: 'policy-not-in-force',
  withdrawStayRequest: 'ok',
  answerStayRequest: 'not-answerable',
  endAccess: 'not-answerable',
  stopEnding: 'not-answerable',
  getReset: 'not-answerable',
  askForReset: 'not-an-operator',
  stopReset: 'not-answerable',
  agreeToReset: 'not-an-operator',
  carryOutReset: 'not-an-operator',
  getResetQuestion: 'reset-question-not-found',
  answerResetQuestion: 'reset-question-not-found',
  listExceptions: 'not-an-operator',
  makeException: 'not-an-operator',
  listAskedEndings: 'not-an-operator',
  answerEnding: 'not-an-operator',
  endException: 'not-an-operator',
  declareEndOwner: 'not-an-operator',
  listGuests: 'not-answerable',
  countGuests: 'not-answerable',
  getGuest: 'not-answerable',
  extendGuest: 'not-answerable',
  attestGuest: 'not-answerable',
  doubtGuest: 'not-answerable',
  withdrawDoubt: 'not-answerable',
  answerDoubt: 'doubt-not-asked',
  previewBulkExtension: 'not-answerable',
  extendGuests: 'not-answerable',
  getBulkExtension: 'not-answerable',
  stopBulkExtension: 'not-answerable',
  listBulkItems: 'not-answerable',
  getPolicy: 'not-an-operator',
  changePolicy: 'not-an-operator',
  previewPolicy: 'not-an-operator',
  lookUpOrganization: 'ok',
  listSigningKeys: 'ok',
  getNamedPortals: 'ok',
  openSuccession: 'not-answerable',
  getSuccession: 'not-answerable',
  withdrawSuccession: 'not-answerable',
  listMySuccessions: 'not-answerable',
  answerSuccession: 'not-answerable',
  listSuccessions: 'not-an-operator',
  getMySuccession: 'ok',
  askForSponsor: 'ok',
  withdrawSponsorWish: 'ok',
  getMoveChoice: 'not-answerable',
  answerMove: 'not-answerable',
  stopGuestMove: 'not-answerable',
  stopMyMove: 'move-not-found',
  openMove: 'move-not-found',
  stopMove: 'move-not-found',
  checkInvitation: 'not-answerable',
  listInvitableGroups: 'not-answerable',
  listInvitations: 'not-answerable',
  inviteGuest: 'not-answerable',
  withdrawInvitation: 'not-answerable',
  resendInvitation: 'not-answerable',
  openInvitation: 'invitation-link-not-found',
  declineInvitation: 'invitation-link-not-found',
  takeBackDecline: 'invitation-link-not-found',
  disownInvitation: 'invitation-link-not-found',
  findLostInvitation: 'ok',
  confirmRedeemer: 'not-answerable',
  checkInvitationFile: 'not-an-operator',
  listInvitationFiles: 'not-an-operator',
  inviteByFile: 'not-an-operator',
  getInvitationFile: 'not-an-operator',
  stopInvitationFile: 'not-an-operator',
  listInvitationFileItems: 'not-an-operator',
  listInvitationTemplates: 'not-answerable',
  keepInvitationTemplate: 'not-an-operator',
  removeInvitationTemplate: 'not-an-operator',
  listInvitingDelegations: 'not-an-operator',
  delegateInviting: 'not-an-operator',
  endInvitingDelegation: 'not-an-operator',
}
const member: Row = {
  ...guest,
  listMyGroups: 'not-a-guest',
  leaveGroup: 'not-a-guest',
  leaveOrganization: 'departure-not-a-guest',
  askForDepartureCode: 'departure-not-a-guest',
  getMyAccess: 'not-a-guest',
  askToStay: 'not-a-guest',
  withdrawStayRequest: 'not-a-guest',
  answerStayRequest: 'guest-not-found',
  endAccess: 'guest-not-found',
  stopEnding: 'guest-not-found',
  getReset: 'guest-not-found',
  stopReset: 'guest-not-found',
  listLeftGuests: 'ok',
  grantReturn: 'left-guest-not-found',
  refuseReturn: 'left-guest-not-found',
  placeHold: 'left-guest-not-found',
  liftHold: 'left-guest-not-found',
  listExitRequests: 'ok',
  grantExit: 'exit-request-not-found',
  refuseExit: 'exit-request-not-found',
  listGuests: 'ok',
  countGuests: 'ok',
  getGuest: 'guest-not-found',
  extendGuest: 'guest-not-found',
  attestGuest: 'guest-not-found',
  doubtGuest: 'guest-not-found',
  withdrawDoubt: 'guest-not-found',
  answerDoubt: 'not-a-guest',
  // Of whom nobody knows anything, each is left out.
  previewBulkExtension: 'ok',
  extendGuests: 'ok',
  getBulkExtension: 'bulk-not-found',
  stopBulkExtension: 'bulk-not-found',
  listBulkItems: 'bulk-not-found',
  openSuccession: 'guest-not-found',
  getSuccession: 'guest-not-found',
  withdrawSuccession: 'guest-not-found',
  listMySuccessions: 'ok',
  answerSuccession: 'succession-not-asked',
  checkInvitation: 'ok',
  listInvitableGroups: 'ok',
  listInvitations: 'ok',
  listInvitationTemplates: 'ok',
  inviteGuest: 'ok',
  withdrawInvitation: 'invitation-not-found',
  resendInvitation: 'invitation-not-found',
  confirmRedeemer: 'invitation-not-found',
  getMySuccession: 'not-a-guest',
  askForSponsor: 'not-a-guest',
  withdrawSponsorWish: 'not-a-guest',
  getMoveChoice: 'guest-not-found',
  answerMove: 'guest-not-found',
  stopGuestMove: 'guest-not-found',
  stopMyMove: 'not-a-guest',
}
const operator: Row = {
  ...member,
  checkInvitationFile: 'ok',
  listInvitationFiles: 'ok',
  inviteByFile: 'invitation-file-differs',
  getInvitationFile: 'invitation-file-not-found',
  stopInvitationFile: 'invitation-file-not-found',
  listInvitationFileItems: 'invitation-file-not-found',
  keepInvitationTemplate: 'ok',
  removeInvitationTemplate: 'ok',
  listInvitingDelegations: 'ok',
  delegateInviting: 'ok',
  endInvitingDelegation: 'ok',
  // Of somebody whose access nobody ended, it is stopped already.
  stopEnding: 'ok',
  getMoveChoice: 'move-not-found',
  stopGuestMove: 'move-not-found',
  answerMove: 'move-not-found',
  askForReset: 'guest-not-found',
  stopReset: 'ok',
  agreeToReset: 'guest-not-found',
  carryOutReset: 'guest-not-found',
  listExceptions: 'ok',
  makeException: 'guest-not-found',
  listAskedEndings: 'ok',
  answerEnding: 'ending-not-asked',
  endException: 'guest-not-found',
  declareEndOwner: 'guest-not-found',
  listOwnerlessGroups: 'ok',
  waiveOwner: 'ownerless-group-not-found',
  getPolicy: 'ok',
  changePolicy: 'ok',
  previewPolicy: 'ok',
  listSuccessions: 'ok',
  openSuccession: 'guest-not-found',
  getSuccession: 'ok',
  withdrawSuccession: 'ok',
}
/** Of the organization's guests in name, or of elsewhere in fact, but not both. */
const halfGuest: Row = {
  ...guest,
  leaveGroup: 'not-a-guest',
  leaveOrganization: 'departure-not-a-guest',
  askForDepartureCode: 'departure-not-a-guest',
  getMyAccess: 'not-a-guest',
  askToStay: 'not-a-guest',
  withdrawStayRequest: 'not-a-guest',
  answerDoubt: 'not-a-guest',
  getMySuccession: 'not-a-guest',
  askForSponsor: 'not-a-guest',
  withdrawSponsorWish: 'not-a-guest',
  stopMyMove: 'not-a-guest',
}
const mayNot = (code: ProblemCode): Row => ({
  ...guest,
  getMySuccession: 'ok',
  askForSponsor: code === 'departure-not-allowed' ? 'ok' : code,
  leaveOrganization: code,
  askForDepartureCode: code,
})
const kept: Row = mayNot('departure-not-allowed')
const roleHolder: Row = mayNot('departure-role-held')
const inRestrictedUnit: Row = mayNot('departure-protected')
const synced: Row = mayNot('departure-synced')
const gone: Row = everywhere('no-longer-here')
const blocked: Row = everywhere('blocked-here')

type Row = Readonly<Record<OperationId, Outcome>>

function everywhere(code: ProblemCode): Row {
  return {
    getMe: code,
    getMyNotes: code,
    getMyData: code,
    listMyGroups: code,
    listMyJournal: code,
    listMyInvitations: code,
    mailMyInvitation: code,
    leaveGroup: code,
    previewDeparture: code,
    leaveOrganization: code,
    askForDepartureCode: code,
    getReceipt: 'receipt-not-found',
    stopLeaving: 'receipt-not-found',
    findWayBack: 'receipt-not-found',
    undoLeaving: 'receipt-not-found',
    askToReturn: 'receipt-not-found',
    eraseMyWords: 'receipt-not-found',
    listLeftGuests: code,
    grantReturn: code,
    refuseReturn: code,
    placeHold: code,
    liftHold: code,
    askForExitCode: 'ok',
    fileExitRequest: 'code-ended',
    getExitStatus: 'exit-request-not-found',
    getObjection: 'exit-request-not-found',
    objectToExit: 'exit-request-not-found',
    getMyExitRequest: 'ok',
    confirmMyExitRequest: code,
    stopMyExitRequest: code,
    listExitRequests: code,
    grantExit: code,
    refuseExit: code,
    listOwnerlessGroups: code,
    waiveOwner: code,
    openSuccession: code,
    getSuccession: code,
    withdrawSuccession: code,
    listMySuccessions: code,
    answerSuccession: code,
    listSuccessions: code,
    getMySuccession: code,
    askForSponsor: code,
    withdrawSponsorWish: code,
    getMoveChoice: code,
    answerMove: code,
    stopGuestMove: code,
    stopMyMove: code,
    openMove: 'move-not-found',
    stopMove: 'move-not-found',
    checkInvitation: code,
    listInvitableGroups: code,
    listInvitations: code,
    inviteGuest: code,
    withdrawInvitation: code,
    resendInvitation: code,
    openInvitation: 'invitation-link-not-found',
    declineInvitation: 'invitation-link-not-found',
    takeBackDecline: 'invitation-link-not-found',
    disownInvitation: 'invitation-link-not-found',
    findLostInvitation: 'ok',
    confirmRedeemer: code,
    checkInvitationFile: code,
    listInvitationFiles: code,
    inviteByFile: code,
    getInvitationFile: code,
    stopInvitationFile: code,
    listInvitationFileItems: code,
    listInvitationTemplates: code,
    keepInvitationTemplate: code,
    removeInvitationTemplate: code,
    listInvitingDelegations: code,
    delegateInviting: code,
    endInvitingDelegation: code,
    getMyAccess: code,
    askToStay: code,
    withdrawStayRequest: code,
    answerStayRequest: code,
    endAccess: code,
    stopEnding: code,
    getReset: code,
    askForReset: code,
    stopReset: code,
    agreeToReset: code,
    carryOutReset: code,
    getResetQuestion: 'reset-question-not-found',
    answerResetQuestion: 'reset-question-not-found',
    listExceptions: code,
    makeException: code,
    listAskedEndings: code,
    answerEnding: code,
    endException: code,
    declareEndOwner: code,
    listGuests: code,
    countGuests: code,
    getGuest: code,
    extendGuest: code,
    attestGuest: code,
    doubtGuest: code,
    withdrawDoubt: code,
    answerDoubt: code,
    previewBulkExtension: code,
    extendGuests: code,
    getBulkExtension: code,
    stopBulkExtension: code,
    listBulkItems: code,
    getPolicy: code,
    changePolicy: code,
    previewPolicy: code,
    lookUpOrganization: 'ok',
    listSigningKeys: 'ok',
    getNamedPortals: 'ok',
  }
}

/** How somebody of the cast comes: freshly signed in at the organization of the row. */
const as = (mail: string) => async (slug: Slug) => world.enter(mail, slug)
const comingWith = (token: string | undefined) => async () => world.comeWith(token)

const table: readonly (readonly [
  caller: string,
  organization: Slug,
  come: (slug: Slug) => Promise<Visitor>,
  row: Row,
])[] = [
  ['nobody', 'contoso', comingWith(undefined), refused],
  ['whoever makes up a token', 'contoso', comingWith('garbage'), refused],
  ['whoever makes up one of three parts', 'contoso', comingWith('e30.e30.e30'), refused],
  ['Grace with her ID token', 'contoso', graceWithIdToken, refused],
  ['an app', 'contoso', app, refused],
  ['a guest of an organization that is not served', 'northwind', as('priya@tailspin.com'), refused],
  ['Grace, a guest', 'contoso', as('grace@adatum.com'), guest],
  ['Grace, a guest', 'fabrikam', as('grace@adatum.com'), guest],
  ['Grace, who may not leave', 'woodgrove-bank', as('grace@adatum.com'), kept],
  ['Omar, a personal account', 'contoso', as('omar@outlook.example'), guest],
  ['Mei, of Google', 'fabrikam', as('mei@gmail.example'), guest],
  ['Lena, by code', 'contoso', as('lena@atelier-vogel.example'), guest],
  ['Pierre, by SAML', 'fabrikam', as('pierre@marchand.example'), guest],
  ['Emil, synced from home', 'fabrikam', as('emil@adatum.com'), guest],
  ['Noor, a member', 'contoso', as('noor@contoso.com'), member],
  ['Sam, a sponsor', 'contoso', as('sam@contoso.com'), member],
  ['Ada, an operator', 'contoso', as('ada@contoso.com'), operator],
  ['Yuki, an external member', 'contoso', as('yuki@adatum.com'), halfGuest],
  ['Tom, an internal guest', 'contoso', as('tom@contoso.com'), halfGuest],
  ['Rosa, with a role', 'contoso', as('rosa@adatum.com'), roleHolder],
  ['Hugo, eligible for one', 'contoso', as('hugo@tailspin.com'), roleHolder],
  ['Priya, with one by a group', 'contoso', as('priya@tailspin.com'), roleHolder],
  ['Ravi, in a restricted unit', 'contoso', as('ravi@tailspin.com'), inRestrictedUnit],
  ['a guest of the own servers', 'contoso', changed({ onPremisesSyncEnabled: true }), synced],
  ['a guest blocked since', 'contoso', changed({ accountEnabled: false }), blocked],
  ['a guest who is gone since', 'fabrikam', departed, gone],
]

let world: World

describe.each(['optimist', 'pessimist'] as const)('in the world %s', (worldName) => {
  beforeAll(async () => {
    world = await openWorld({
      world: worldName,
      without: ['northwind'],
      // All these come from one address, and some of them are the same person.
      rateLimits: {
        ...usualRateLimits,
        receiptsPerMinute: 10_000,
        codesPerMinute: 10_000,
        callerPerMinute: 10_000,
        refusedTokensPerMinute: 10_000,
      },
    })
    // Whoever comes before Ada finds what she has decided, as whoever comes after her.
    const ada = await world.enter('ada@contoso.com')
    await ada.call(changePolicy, { body: proposedPolicy, version: 0 })
  })
  afterAll(async () => {
    await world[Symbol.asyncDispose]()
  })

  test.each(table)('%s %s', async (_caller, slug, come, row) => {
    world.simulator.reset()
    const visitor = await come(slug)
    const answers: Record<string, unknown> = {}
    const expected: Record<string, unknown> = {}
    for (const operation of everyOperation) {
      const { status, body } = await visitor.call(operation, input(nameOf(slug))[operation.id])
      answers[operation.id] = [status, body['code'] ?? 'ok']
      const outcome = worldName === 'pessimist' ? withoutTime(operation.id, row) : row[operation.id]
      expected[operation.id] = [statusOf(operation, outcome), outcome]
    }
    expect(answers).toEqual(expected)
  })
})

/** Where no token tells when a guest signed in, nobody is asked to do it again, but for a code. */
function withoutTime(operation: OperationId, row: Row): Outcome {
  if (row[operation] !== 'sign-in-too-old') return row[operation]
  return operation === 'askForDepartureCode' ? 'ok' : 'sign-in-time-unknown'
}

test('every operation of the contracts has an answer for every caller', () => {
  const operations = everyOperation.map(({ id }) => id).toSorted()
  const answered = [input(''), ...table.map(([, , , row]) => row)]
  expect(answered.map((row) => Object.keys(row).toSorted())).toEqual(answered.map(() => operations))
})

test('every code of the table is one that the operation says it may answer', () => {
  const unforeseen = everyOperation.flatMap((operation) =>
    table
      .map(([, , , row]) => row[operation.id])
      .filter((outcome) => outcome !== 'ok' && !problemsOf(operation).includes(outcome)),
  )
  expect(unforeseen).toEqual([])
})

/** As it has to be typed; anything where there is no organization. */
function nameOf(slug: string): string {
  const { organizations } = world.simulator.registrations()
  return organizations.find((each) => each.slug === slug)?.name ?? 'Contoso'
}

function statusOf({ success }: Operation, outcome: Outcome): number {
  return outcome === 'ok' ? success.status : problems[outcome].status
}

async function graceWithIdToken(slug: Slug): Promise<Visitor> {
  const tenantId = world.tenantIdOf(slug)
  const tokens = await signIn(world.simulator, portalOrigin, tenantId, 'grace@adatum.com')
  return world.comeWith(tokens.idToken)
}

async function app(slug: Slug): Promise<Visitor> {
  const { clientId } = world.simulator.registrations().api
  return world.comeWith(await world.appToken(`api://${clientId}`, slug))
}

/** Omar, of whose account the directory begins to say something else while his token lives. */
function changed(change: Readonly<Record<string, unknown>>) {
  return async (slug: Slug) => {
    const visitor = await world.enter('omar@outlook.example', slug)
    const path = `/users/${idOf(visitor)}`
    const asked = 'id,displayName,userType,creationType,accountEnabled,isManagementRestricted'
    const user = await world.graph<object>(`${path}?$select=${asked}`, slug)
    const body = { ...user, onPremisesSyncEnabled: null, ...change }
    world.fail({ path: `/v1.0${path}`, status: 200, body })
    return visitor
  }
}

async function departed(slug: Slug): Promise<Visitor> {
  const visitor = await world.enter('grace@adatum.com', slug)
  await world.changeDirectory('DELETE', `/users/${idOf(visitor)}`, undefined, slug)
  return visitor
}
