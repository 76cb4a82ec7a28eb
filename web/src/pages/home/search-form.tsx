import { Button, Field, Input } from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react'
import { Form, useNavigation } from 'react-router'
import type { Failure } from '../../failure.ts'
import { Say } from '../../language/say.tsx'
import { paths } from '../../paths.ts'
import { explain } from '../../problems.ts'
import { type Search, searchField } from '../find-organization.ts'
import styles from './search-form.module.css'

/** Asks for an organization by name or domain; the answer is its page, or a sentence at the field. */
export function SearchForm({
  search,
  isMain,
  layout = 'column',
  action = paths.home,
}: {
  search: Search
  isMain: boolean
  /** Whether the button stands beside the field, where there is room. */
  layout?: 'column' | 'row'
  /** The page that takes the answer. */
  action?: string
}) {
  const { i18n } = useLingui()
  const navigation = useNavigation()
  const isSearching = navigation.state === 'loading' && navigation.location.search !== ''
  return (
    <Form method="get" action={action} className={`${styles.form} ${styles[layout]}`}>
      <Field
        label={i18n._({ id: 'search.label', message: 'Organization' })}
        hint={i18n._({ id: 'search.hint', message: 'Its name or web address, as in contoso.com' })}
        {...(search.failure
          ? { validationMessage: <SearchFailure failure={search.failure} /> }
          : {})}
        validationState={search.failure ? 'error' : 'none'}
      >
        <Input
          key={search.name}
          name={searchField}
          defaultValue={search.name}
          size="large"
          required
          maxLength={255}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
        />
      </Field>
      <Button
        type="submit"
        appearance={isMain ? 'primary' : 'secondary'}
        size="large"
        disabledFocusable={isSearching}
      >
        {isSearching ? (
          <Trans id="search.searching" message="Looking for it …" />
        ) : (
          <Trans id="search.continue" message="Continue" />
        )}
      </Button>
    </Form>
  )
}

function SearchFailure({ failure: { code, trace } }: { failure: Failure }) {
  const { retryAfterSeconds = 0 } = trace
  const { sentence, next } = explain(code, { organization: '', retryAfterSeconds })
  return (
    <>
      <Say text={sentence} /> <Say text={next} />
    </>
  )
}
