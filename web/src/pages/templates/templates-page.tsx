import { useLoaderData } from 'react-router'
import { Answered } from '../organization/answered.tsx'
import type { templatesLoader } from './templates-loader.ts'
import { TemplatesView } from './templates-view.tsx'

/** Where operators keep what they write for each kind of guest. */
export function TemplatesPage() {
  const read = useLoaderData<typeof templatesLoader>()
  return (
    <Answered of={read}>
      {({ templates }) => <TemplatesView organization={read.organization} templates={templates} />}
    </Answered>
  )
}
