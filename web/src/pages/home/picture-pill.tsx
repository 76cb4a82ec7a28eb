import { CloudOffRegular } from '@fluentui/react-icons/svg/cloud-off'
import { KeyFilled } from '@fluentui/react-icons/svg/key'
import { LockClosedFilled } from '@fluentui/react-icons/svg/lock-closed'
import { MailFilled } from '@fluentui/react-icons/svg/mail'
import { PlugDisconnectedRegular } from '@fluentui/react-icons/svg/plug-disconnected'
import { Trans } from '@lingui/react'
import type { Picture } from '../../places/picture.ts'
import { Pill } from '../../ui/pill.tsx'

/** The state of a card in a word. */
export function PicturePill({ picture }: { picture: Exclude<Picture, 'here' | 'not-shown'> }) {
  switch (picture) {
    case 'invited':
      return (
        <Pill tone="info" icon={<MailFilled fontSize={16} />}>
          <Trans id="picture.invited" message="Invited" />
        </Pill>
      )
    case 'blocked':
      return (
        <Pill tone="bad" icon={<LockClosedFilled fontSize={16} />}>
          <Trans id="picture.blocked" message="Blocked" />
        </Pill>
      )
    case 'ended':
      return (
        <Pill tone="neutral" icon={<LockClosedFilled fontSize={16} />}>
          <Trans id="picture.ended" message="No longer a guest" />
        </Pill>
      )
    case 'not-connected':
      return (
        <Pill tone="neutral" icon={<PlugDisconnectedRegular fontSize={16} />}>
          <Trans id="picture.not-connected" message="Not connected to Foyer" />
        </Pill>
      )
    case 'no-answer':
      return (
        <Pill tone="neutral" icon={<CloudOffRegular fontSize={16} />}>
          <Trans id="picture.no-answer" message="No answer yet" />
        </Pill>
      )
    case 'sign-in-needed':
      return (
        <Pill tone="neutral" icon={<KeyFilled fontSize={16} />}>
          <Trans id="picture.sign-in-needed" message="Sign-in needed" />
        </Pill>
      )
  }
}
