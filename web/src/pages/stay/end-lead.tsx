import type { MyAccess } from '@foyer/contracts/stay'
import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import { Say } from '../../language/say.tsx'
import { tellEnd } from './end-words.ts'

/** Until when and why, once an end is known. */
export function EndLead({
  access,
  name,
  otherwise,
}: {
  access: MyAccess | undefined
  /** Of the organization. */
  name: string
  otherwise: ReactNode
}) {
  const { i18n } = useLingui()
  const end = access && tellEnd(i18n, access, name)
  return end ? <Say text={end} components={{ 0: <strong /> }} /> : otherwise
}
