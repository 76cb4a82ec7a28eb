import { Button, type ButtonProps } from '@fluentui/react-components'
import { Trans } from '@lingui/react'
import type { ReactNode } from 'react'
import { Form, useLocation, useNavigation } from 'react-router'
import { paths } from '../paths.ts'

/** Leaves for an organization's sign-in, which comes back to this page. */
export function SignInButton({
  slug,
  intent = 'sign-in',
  mail,
  returnTo,
  appearance = 'primary',
  className,
  children,
}: {
  slug: string
  intent?: 'sign-in' | 'another-account'
  /** The address of the account that is meant. */
  mail?: string | undefined
  /** Where to come back to, if not to this page. */
  returnTo?: string
  appearance?: ButtonProps['appearance']
  className?: string | undefined
  children: ReactNode
}) {
  const { pathname, search } = useLocation()
  const { formAction, formData } = useNavigation()
  const isLeaving =
    formAction === paths.signIn &&
    formData?.get('slug') === slug &&
    formData.get('intent') === intent
  return (
    <Form method="post" action={paths.signIn} className={className}>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="returnTo" value={returnTo ?? pathname + search} />
      {mail ? <input type="hidden" name="mail" value={mail} /> : null}
      <Button type="submit" name="intent" value={intent} appearance={appearance ?? 'primary'}>
        <span>
          {isLeaving ? <Trans id="sign-in.leaving" message="Going to Microsoft …" /> : children}
        </span>
      </Button>
    </Form>
  )
}
