import { html } from '../pages/html.ts'
import type { Simulation } from '../simulation.ts'
import type { Invitation } from '../world/invitation.ts'
import type { Tenant } from '../world/tenant.ts'
import type { User } from '../world/user.ts'

interface InvitationMail {
  readonly tenant: Tenant
  readonly invitation: Invitation
  readonly redeemUrl: string
  /** The person who invites; undefined for an app. */
  readonly inviter: User | undefined
  /** What whoever invites adds. */
  readonly words: string | null
  readonly copyTo: string | null
}

/**
 * Microsoft's mail in its parts (invitation-email-elements.md), always in English. The inviter's own
 * words are left out where nobody has invited who could be answered.
 */
export function sendInvitation({ mailbox, clock }: Simulation, mail: InvitationMail): void {
  const { tenant, invitation, inviter, copyTo } = mail
  const who = inviter?.displayName ?? tenant.name
  const parts = partsOf(mail, who)
  const links = linksOf(mail)
  const content = {
    at: clock.now().toISOString(),
    from: `Microsoft Invitations on behalf of ${tenant.name} <invites@microsoft.com>`,
    subject: `${who} invited you to access applications within their organization`,
    text: [...parts, ...links.map(([name, address]) => `${name}: ${address}`)].join('\n\n'),
    html: styled(parts, links),
  }
  for (const to of [invitation.mail, copyTo]) if (to !== null) mailbox.deliver({ to, ...content })
}

function partsOf({ tenant, invitation, inviter, words }: InvitationMail, who: string): string[] {
  const isAnswerable = Boolean(inviter?.mail) && words !== null
  return [
    'Act on this mail only if you trust the organization below. If you did not expect the invitation, take care: it may be a fraud.',
    `Organization: ${tenant.name}`,
    `Domain: ${tenant.domains[0]}`,
    ...(isAnswerable ? [`Message from ${who}: ${words}`] : []),
    `If you accept, you will be sent to ${invitation.redirectUrl}.`,
  ]
}

type Link = readonly [name: string, address: string]

function linksOf({ tenant: { name, privacyProfile }, redeemUrl }: InvitationMail): Link[] {
  const accept: Link = ['Accept invitation', redeemUrl]
  if (!privacyProfile) return [accept]
  return [accept, [`Privacy statement of ${name}`, privacyProfile.statementUrl]]
}

function styled(parts: readonly string[], links: readonly Link[]): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
      </head>
      <body style="margin: 16px; font: 16px/24px sans-serif; color: #242424; background: #fff">
        ${parts.map((part) => html`<p>${part}</p>`)}
        ${links.map(([name, address]) => html`<p><a href="${address}">${name}</a></p>`)}
      </body>
    </html>`.html
}
