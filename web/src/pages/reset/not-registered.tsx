import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import { Message } from '../../ui/message.tsx'

/** What is missing where nobody can set a sign-in back, and who adds it. */
export function NotRegistered({ organization: { name } }: { organization: OrganizationLocation }) {
  const values = { name: <bdi>{name}</bdi> }
  return (
    <Message tone="warning">
      <p>
        <strong>
          <Trans
            id="reset.not-registered"
            message="{name} has nothing registered with which operators act as themselves."
            values={values}
          />
        </strong>
      </p>
      <p>
        <Trans
          id="reset.not-registered.what"
          message="Foyer itself may not set sign-ins back. An administrator registers a public client for operators once, with the delegated permissions User.Invite.All and User-Mail.ReadWrite.All, and writes its id into Foyer’s configuration as “operatorActs”."
        />
      </p>
    </Message>
  )
}
