import type { MessageDescriptor } from '@lingui/core'
import { Trans } from '@lingui/react'
import type { ReactElement } from 'react'

/** A sentence; each text in it stands isolated, because names may run the other way. */
export function Say({
  text,
  components = {},
}: {
  text: MessageDescriptor
  /** What stands for the tags in it. */
  components?: Readonly<Record<string, ReactElement>>
}) {
  const values = Object.fromEntries(
    Object.entries(text.values ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? <bdi>{value}</bdi> : value,
    ]),
  )
  return <Trans id={text.id} message={text.message ?? ''} values={values} components={components} />
}
