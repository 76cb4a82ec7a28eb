import type { GuestDomains } from '@foyer/directory/guest-domains'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { Person } from '@foyer/directory/person'
import { mayInviteNow } from '../invitations/may-invite.ts'
import { ProblemError } from '../http/problem-error.ts'
import { requireSuccessor } from '../successions/open.ts'
import type { WantedRow } from './read-row.ts'

/** What was asked of the directory about a whole file. */
export interface FileFacts {
  readonly isAllowed: boolean
  /** Whether the rule is one about people, under which Microsoft may refuse an app. */
  readonly isRuleStrict: boolean
  /** Undefined where they cannot be read. */
  readonly guestDomains: GuestDomains | undefined
  /** The addresses of those who were removed and can be restored, in lower case. */
  readonly removed: ReadonlySet<string>
  /** Whether the colleague of an address can vouch for guests; absent where nobody asked. */
  readonly sponsors: ReadonlyMap<string, boolean>
}

/** Each costs a question, and somebody waits: those of the other rows are asked when they are sent. */
const mostSponsors = 20

/** @throws {DirectoryError} */
export async function askAboutFile(
  directory: OrganizationDirectory,
  rows: readonly Pick<WantedRow, 'sponsorMail'>[],
  inviter: { readonly person: Person; readonly isDelegated: boolean },
): Promise<FileFacts> {
  const mails = new Set(rows.flatMap(({ sponsorMail }) => sponsorMail?.toLowerCase() ?? []))
  const [isAllowed, rule, guestDomains, removed, sponsors] = await Promise.all([
    mayInviteNow(directory, inviter.person, inviter.isDelegated),
    directory.findInvitationRule(),
    directory.findGuestDomains(),
    directory.listRemoved(),
    Promise.all(
      [...mails]
        .slice(0, mostSponsors)
        .map(async (mail) => [mail, await canVouch(directory, mail)] as const),
    ),
  ])
  return {
    isAllowed,
    isRuleStrict: rule === 'inviters',
    guestDomains,
    removed: new Set(removed.guests.flatMap(({ guest }) => guest.mail?.toLowerCase() ?? [])),
    sponsors: new Map(sponsors),
  }
}

async function canVouch(directory: OrganizationDirectory, mail: string): Promise<boolean> {
  try {
    await requireSuccessor(directory, mail, [])
    return true
  } catch (error) {
    if (error instanceof ProblemError) return false
    throw error
  }
}
