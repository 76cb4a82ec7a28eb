import { Button, type ButtonProps } from '@fluentui/react-components'
import { useHref, useLinkClickHandler } from 'react-router'

/** A link that looks like a button: it goes somewhere and does nothing. */
export function LinkButton({
  to,
  appearance,
  id,
  label,
  children,
}: Pick<ButtonProps, 'appearance' | 'children' | 'id'> & { to: string; label?: string }) {
  const href = useHref(to)
  const follow = useLinkClickHandler(to)
  return (
    <Button
      as="a"
      id={id}
      href={href}
      appearance={appearance ?? 'secondary'}
      aria-label={label}
      onClick={follow}
    >
      <span>{children}</span>
    </Button>
  )
}
