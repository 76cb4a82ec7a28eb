import {
  extendGuests,
  getBulkExtension,
  listBulkItems,
  previewBulkExtension,
  stopBulkExtension,
} from './bulk-extension.ts'
import { askForDepartureCode, leaveOrganization, previewDeparture } from './departure.ts'
import { answerDoubt, doubtGuest, withdrawDoubt } from './doubt.ts'
import { askForExitCode, fileExitRequest } from './exit-code.ts'
import {
  confirmMyExitRequest,
  getExitStatus,
  getMyExitRequest,
  getObjection,
  grantExit,
  listExitRequests,
  objectToExit,
  refuseExit,
  stopMyExitRequest,
} from './exit-request.ts'
import { answerEnding, endAccess, listAskedEndings, stopEnding } from './ending.ts'
import { declareEndOwner, endException, listExceptions, makeException } from './exception.ts'
import { attestGuest, countGuests, extendGuest, getGuest, listGuests } from './guest.ts'
import { listMyJournal } from './journal.ts'
import { checkInvitation } from './invitation-check.ts'
import {
  confirmRedeemer,
  inviteGuest,
  listInvitableGroups,
  listInvitations,
  resendInvitation,
  withdrawInvitation,
} from './invitation.ts'
import { checkInvitationFile } from './invitation-file-check.ts'
import {
  getInvitationFile,
  inviteByFile,
  listInvitationFileItems,
  listInvitationFiles,
  stopInvitationFile,
} from './invitation-file.ts'
import {
  declineInvitation,
  disownInvitation,
  findLostInvitation,
  openInvitation,
  takeBackDecline,
} from './invitation-link.ts'
import {
  keepInvitationTemplate,
  listInvitationTemplates,
  removeInvitationTemplate,
} from './invitation-template.ts'
import {
  delegateInviting,
  endInvitingDelegation,
  listInvitingDelegations,
} from './inviting-delegation.ts'
import { grantReturn, liftHold, listLeftGuests, placeHold, refuseReturn } from './left-guest.ts'
import { getMe, getMyNotes, leaveGroup, listMyGroups } from './me.ts'
import { answerMove, getMoveChoice, openMove, stopGuestMove, stopMove, stopMyMove } from './move.ts'
import { getMyData } from './my-data.ts'
import { listMyInvitations, mailMyInvitation } from './my-invitation.ts'
import { isConditional, type Operation } from './operation.ts'
import { lookUpOrganization } from './organizations.ts'
import { listOwnerlessGroups, waiveOwner } from './ownerless-group.ts'
import { changePolicy, getPolicy, previewPolicy } from './policy.ts'
import type { ProblemCode } from './problem.ts'
import { getReceipt, stopLeaving } from './receipt.ts'
import {
  agreeToReset,
  answerResetQuestion,
  askForReset,
  carryOutReset,
  getReset,
  getResetQuestion,
  stopReset,
} from './reset.ts'
import { getNamedPortals } from './named-portals.ts'
import { listSigningKeys } from './signing-keys.ts'
import {
  answerSuccession,
  askForSponsor,
  getMySuccession,
  getSuccession,
  listMySuccessions,
  listSuccessions,
  openSuccession,
  withdrawSponsorWish,
  withdrawSuccession,
} from './succession.ts'
import { answerStayRequest, askToStay, getMyAccess, withdrawStayRequest } from './stay.ts'
import { askToReturn, eraseMyWords, findWayBack, undoLeaving } from './way-back.ts'

/** Every operation that the API serves; one that is mounted and not here stops its start. */
export const everyOperation = [
  getMe,
  getMyNotes,
  getMyData,
  listMyGroups,
  listMyJournal,
  listMyInvitations,
  mailMyInvitation,
  leaveGroup,
  previewDeparture,
  leaveOrganization,
  askForDepartureCode,
  getReceipt,
  stopLeaving,
  findWayBack,
  undoLeaving,
  askToReturn,
  eraseMyWords,
  listLeftGuests,
  grantReturn,
  refuseReturn,
  placeHold,
  liftHold,
  askForExitCode,
  fileExitRequest,
  getExitStatus,
  getObjection,
  objectToExit,
  getMyExitRequest,
  stopMyExitRequest,
  confirmMyExitRequest,
  listExitRequests,
  grantExit,
  refuseExit,
  listOwnerlessGroups,
  waiveOwner,
  getMyAccess,
  askToStay,
  withdrawStayRequest,
  listGuests,
  countGuests,
  getGuest,
  extendGuest,
  attestGuest,
  doubtGuest,
  withdrawDoubt,
  answerDoubt,
  previewBulkExtension,
  extendGuests,
  getBulkExtension,
  stopBulkExtension,
  listBulkItems,
  answerStayRequest,
  endAccess,
  stopEnding,
  listAskedEndings,
  answerEnding,
  getReset,
  askForReset,
  stopReset,
  agreeToReset,
  carryOutReset,
  getResetQuestion,
  answerResetQuestion,
  listExceptions,
  makeException,
  endException,
  declareEndOwner,
  openSuccession,
  getSuccession,
  withdrawSuccession,
  listMySuccessions,
  answerSuccession,
  listSuccessions,
  getMySuccession,
  askForSponsor,
  withdrawSponsorWish,
  getMoveChoice,
  answerMove,
  stopGuestMove,
  stopMyMove,
  openMove,
  stopMove,
  checkInvitation,
  listInvitableGroups,
  listInvitations,
  inviteGuest,
  withdrawInvitation,
  resendInvitation,
  confirmRedeemer,
  checkInvitationFile,
  listInvitationFiles,
  inviteByFile,
  getInvitationFile,
  stopInvitationFile,
  listInvitationFileItems,
  openInvitation,
  declineInvitation,
  takeBackDecline,
  disownInvitation,
  findLostInvitation,
  listInvitationTemplates,
  keepInvitationTemplate,
  removeInvitationTemplate,
  listInvitingDelegations,
  delegateInviting,
  endInvitingDelegation,
  getPolicy,
  changePolicy,
  previewPolicy,
  lookUpOrganization,
  listSigningKeys,
  getNamedPortals,
] as const satisfies readonly Operation[]

const everywhere: readonly ProblemCode[] = [
  'invalid-request',
  'too-many-requests',
  'internal-error',
]
const withToken: readonly ProblemCode[] = ['token-refused', 'token-expired', 'keys-unavailable']
const withKey: readonly ProblemCode[] = ['idempotency-key-missing', 'idempotency-key-reused']
const withVersion: readonly ProblemCode[] = ['version-missing', 'version-changed']
const withBody: readonly ProblemCode[] = ['body-too-large', 'unsupported-media-type']

/** All codes with which an operation can answer. */
export function problemsOf(operation: Operation): readonly ProblemCode[] {
  return [
    ...operation.problems,
    ...everywhere,
    ...(operation.caller === 'anyone' ? [] : withToken),
    ...(operation.isKeyed ? withKey : []),
    ...(isConditional(operation) ? withVersion : []),
    ...(operation.body ? withBody : []),
  ]
}
