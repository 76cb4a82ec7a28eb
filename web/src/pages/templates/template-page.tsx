import type { InvitationTemplate } from '@foyer/contracts/invitation-template'
import { useState } from 'react'
import { useLoaderData, useParams } from 'react-router'
import { NotFoundPage } from '../not-found-page.tsx'
import { Answered } from '../organization/answered.tsx'
import { TemplateForm } from './template-form.tsx'
import type { templatesLoader } from './templates-loader.ts'

/** Where an operator writes a template, or writes one anew. */
export function TemplatePage() {
  const read = useLoaderData<typeof templatesLoader>()
  const { templateId } = useParams()
  return (
    <Answered of={read}>
      {({ templates }) => {
        const kept = templates.find((template) => template.templateId === templateId)
        if (templateId !== undefined && !kept) return <NotFoundPage />
        return <Written key={templateId ?? ''} organization={read.organization} kept={kept} />
      }}
    </Answered>
  )
}

function Written({
  organization,
  kept,
}: {
  organization: Parameters<typeof TemplateForm>[0]['organization']
  kept: InvitationTemplate | undefined
}) {
  // Chosen once: however often it is sent, it is one.
  const [newId] = useState(() => crypto.randomUUID() as string)
  return (
    // Another version is another text: what was typed over the last one does not stay.
    <TemplateForm key={kept?.version ?? 0} organization={organization} kept={kept} newId={newId} />
  )
}
