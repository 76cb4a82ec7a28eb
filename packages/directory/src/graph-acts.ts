import type { PersonId } from '@foyer/contracts/ids'
import { Check } from 'typebox/value'
import { DirectoryError, errorIn } from './directory-error.ts'
import type { Untold } from './graph-attempt.ts'
import {
  failureOf,
  isAlreadyAdded,
  isAlreadyRemoved,
  isConflict,
  isUnknownAddress,
} from './graph-failure.ts'
import type { GraphAnswer, GraphQuestion } from './graph-transport.ts'
import { InvitationReply, type Invited } from './invitation.ts'
import type { MailboxUrl } from './mailbox-url.ts'
import type { PersonUrl, RestorationUrl, SponsorsUrl } from './person-url.ts'
import { guid, type MembersUrl, type ReferenceUrl } from './reference-url.ts'
import type { Removal } from './removal.ts'
import { Unanswered } from './retry.ts'
import type { ResetOutcome } from './sign-in-reset.ts'

/** What came of it; {@link Unanswered} where nobody told whether it was done. */
export type RemovalAttempt = 'removed' | 'not-there' | Unanswered

/** `taken`: somebody else has the name or an address of the removed person now. */
export type RestorationAttempt = 'restored' | 'not-there' | 'taken' | Unanswered

/** What came of inviting somebody. */
export type InvitationAttempt = Invited | Unanswered

/** What came of setting a sign-in back. */
export type ResetAttempt = ResetOutcome | Unanswered

/** What is done by Graph to the objects of a directory, each at an address of its own type. */
export interface GraphActs {
  /**
   * Removes one link, which then does not exist: `not-there` where it did not before, and where
   * nobody can tell, `removed`.
   */
  removeReference(url: ReferenceUrl): Promise<Removal>
  /** Attempts to remove a person; repeated only where Graph says that it did not begin. */
  removePerson(url: PersonUrl): Promise<RemovalAttempt>
  /** Attempts to bring a removed person back; repeated only where Graph says that it did not begin. */
  restorePerson(url: RestorationUrl): Promise<RestorationAttempt>
  /** Lets a person sign in or not; false where there is nobody. */
  setSignIn(url: PersonUrl, isAllowed: boolean): Promise<boolean>
  /** Adds one link, which then exists; false where the directory does not take it. */
  addReference(url: SponsorsUrl | MembersUrl, objectId: string): Promise<boolean>
  /** Attempts to invite a guest; repeated only where Graph says that it did not begin. */
  invite(body: object): Promise<InvitationAttempt>
  /** Writes the addresses of a person besides their first one. */
  setOtherMails(
    url: PersonUrl,
    otherMails: readonly string[],
  ): Promise<'set' | Exclude<ResetOutcome, 'reset'>>
  /** Attempts to have a guest redeem anew; what Graph tells of where they do is not read. */
  resetRedemption(body: object): Promise<ResetAttempt>
  /** Sends a whole mail in base64, once: whether one was taken that nobody told of is not known. */
  sendMail(url: MailboxUrl, mail: string): Promise<void>
}

/** How the acts ask. */
export interface Asking {
  readonly operation: string
  readonly origin: string
  /** Again and again, for what may be done twice. */
  readonly ask: (question: GraphQuestion, onAttempt?: () => unknown) => Promise<GraphAnswer>
  /** Again only where Graph says that nothing was begun. */
  readonly askOnce: (question: GraphQuestion) => Promise<GraphAnswer | Untold>
  readonly failureIn: (answer: GraphAnswer) => DirectoryError
}

export function createGraphActs({ operation, origin, ask, askOnce, failureIn }: Asking): GraphActs {
  return {
    async removeReference(url) {
      let attempts = 0
      const answer = await ask({ method: 'DELETE', path: url }, () => (attempts += 1))
      if (answer.status === 204) return 'removed'
      if (!isAlreadyRemoved(answer)) throw failureIn(answer)
      return attempts > 1 ? 'removed' : 'not-there'
    },

    async removePerson(url) {
      const answer = await askOnce({ method: 'DELETE', path: url })
      if ('untold' in answer) return answer.untold
      if (answer.status === 204) return 'removed'
      if (answer.status === 404) return 'not-there'
      throw failureIn(answer)
    },

    async restorePerson(url) {
      const answer = await askOnce({ method: 'POST', path: url, body: {} })
      if ('untold' in answer) return answer.untold
      if (answer.status === 200) return 'restored'
      if (answer.status === 404) return 'not-there'
      if (isConflict(answer)) return 'taken'
      throw failureIn(answer)
    },

    async setSignIn(url, accountEnabled) {
      const answer = await ask({ method: 'PATCH', path: url, body: { accountEnabled } })
      if (answer.status === 204) return true
      if (answer.status === 404) return false
      throw failureIn(answer)
    },

    async addReference(url, objectId) {
      const body = { '@odata.id': `${origin}/v1.0/directoryObjects/${guid(objectId)}` }
      const answer = await ask({ method: 'POST', path: url, body })
      if (answer.status === 204 || isAlreadyAdded(answer)) return true
      if (answer.status === 400 || answer.status === 404) return false
      throw failureIn(answer)
    },

    async invite(body) {
      const answer = await askOnce({ method: 'POST', path: '/invitations', body })
      if ('untold' in answer) return answer.untold
      if (answer.status === 400) return { notTaken: failureOf(answer).facts.reason ?? 'BadRequest' }
      if (answer.status !== 201) throw failureIn(answer)
      if (!Check(InvitationReply, answer.body)) {
        throw new DirectoryError('directory-failed', { operation, reason: 'unexpected.shape' })
      }
      const { inviteRedeemUrl, invitedUser } = answer.body
      return { guestId: invitedUser.id.toLowerCase() as PersonId, redeemUrl: inviteRedeemUrl }
    },

    async setOtherMails(url, otherMails) {
      const answer = await ask({ method: 'PATCH', path: url, body: { otherMails } })
      if (answer.status === 204) return 'set'
      if (answer.status === 401) return 'token-refused'
      if (answer.status === 403) return 'role-missing'
      if (isConflict(answer)) return 'address-taken'
      if (answer.status === 400) return 'not-taken'
      throw failureIn(answer)
    },

    async resetRedemption(body) {
      const answer = await askOnce({ method: 'POST', path: '/invitations', body })
      if ('untold' in answer) return answer.untold
      if (answer.status === 201) return 'reset'
      if (answer.status === 401) return 'token-refused'
      if (answer.status === 403) return 'role-missing'
      // Where an address was added just now, not every replica knows it yet.
      if (isUnknownAddress(answer)) return new Unanswered(failureIn(answer))
      if (answer.status === 400) return 'not-taken'
      throw failureIn(answer)
    },

    async sendMail(url, mail) {
      const question = { method: 'POST', path: `${url}/sendMail`, body: mail } as const
      const answer = await askOnce(question)
      if ('untold' in answer) throw errorIn(operation, answer.untold.error)
      if (answer.status !== 202) throw failureIn(answer)
    },
  }
}
