import { useLingui } from '@lingui/react'

/** What a group is called that a template names and Foyer does not know any more. */
export function useUnknownGroup(): string {
  const { i18n } = useLingui()
  return i18n._(
    /*i18n*/ { id: 'templates.group.unknown', message: 'a group that is not known any more' },
  )
}
