import { Button } from '@fluentui/react-components'
import { OpenRegular } from '@fluentui/react-icons/svg/open'
import type { ReactNode } from 'react'

/** A link that leaves Foyer, and looks like a button. */
export function OutsideLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Button as="a" href={href} rel="noreferrer" icon={<OpenRegular />} iconPosition="after">
      <span>{children}</span>
    </Button>
  )
}
