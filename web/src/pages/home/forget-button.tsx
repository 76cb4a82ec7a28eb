import { Button } from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react'
import { Form } from 'react-router'
import { paths } from '../../paths.ts'

/** Takes an organization off this browser's list; nothing changes there. */
export function ForgetButton({ organizationId, name }: { organizationId: string; name: string }) {
  const { i18n } = useLingui()
  return (
    <Form method="post" action={paths.home}>
      <input type="hidden" name="organizationId" value={organizationId} />
      <Button
        type="submit"
        appearance="subtle"
        aria-label={i18n._(
          /*i18n*/ { id: 'place.forget.name', message: 'Forget it: {name}', values: { name } },
        )}
      >
        <Trans id="place.forget" message="Forget it" />
      </Button>
    </Form>
  )
}
