import { Trans } from '@lingui/react'

/** How many of the groups can be left. */
export function GroupsNote({ count, canLeave }: { count: number; canLeave: number }) {
  if (canLeave === count) {
    return (
      <Trans
        id="groups.note.all"
        message="{count, plural, one {You can leave it.} other {Each can be left one by one.}}"
        values={{ count }}
      />
    )
  }
  return (
    <Trans
      id="groups.note"
      message="{canLeave, plural, =0 {None can be left by yourself. The reason stands beside each.} one {One can be left. For the others, the reason stands beside them.} other {# can be left one by one. For the others, the reason stands beside them.}}"
      values={{ canLeave }}
    />
  )
}
