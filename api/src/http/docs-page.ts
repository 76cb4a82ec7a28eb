import { createHash } from 'node:crypto'
import type { DescribedOperation, OpenApi } from './openapi.ts'

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 52rem; margin: 0 auto; padding: 2rem 1rem 4rem }
h1 { margin: 0 } h2 code { font-size: inherit } h2 { margin: 2.5rem 0 0; font-size: 1.1rem }
code, pre { font: .875rem/1.5 ui-monospace, monospace }
pre { overflow-x: auto; padding: 1rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent) }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent) }
`

/** The page has no script; its one style sheet is named by its hash. */
export const docsPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The description of the API for people, in one page that needs nothing else. */
export function renderDocs(api: OpenApi): string {
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => renderOperation(method, path, operation)),
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(api.info.title)} API</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escape(api.info.title)} API</h1>
<p>${escape(api.info.summary)}. Errors are problem details (RFC 9457) with a <code>code</code>.
For programs: <a href="/openapi.json">openapi.json</a></p>
${operations.join('\n')}
</main>
</body>
</html>
`
}

function renderOperation(method: string, path: string, operation: DescribedOperation): string {
  const { operationId, summary, security, parameters, requestBody, responses } = operation
  return `<section aria-labelledby="${escape(operationId)}">
<h2 id="${escape(operationId)}"><code>${escape(`${method.toUpperCase()} ${path}`)}</code></h2>
<p>${escape(summary)}. ${security.length > 0 ? 'Needs a token.' : 'Needs no token.'}</p>
${parameters.map(renderParameter).join('\n')}
${requestBody ? renderSchema('Body', requestBody) : ''}
<table>
<thead><tr><th scope="col">Status</th><th scope="col">Means</th></tr></thead>
<tbody>
${Object.entries(responses).map(renderResponse).join('\n')}
</tbody>
</table>
${Object.entries(responses)
  .filter(([status, response]) => status.startsWith('2') && 'content' in response)
  .map(([, response]) => renderSchema('Reply', response))
  .join('\n')}
</section>`
}

function renderParameter(parameter: DescribedOperation['parameters'][number]): string {
  const { name, required, schema } = parameter
  return `<p><code>${escape(name)}</code> (${parameter.in}${required ? ', required' : ''}): <code>${escape(JSON.stringify(schema))}</code></p>`
}

function renderResponse([status, { description }]: [
  string,
  { readonly description: string },
]): string {
  const text = escape(description).replaceAll(/`([^`]+)`/g, '<code>$1</code>')
  return `<tr><th scope="row">${escape(status)}</th><td>${text}</td></tr>`
}

function renderSchema(title: string, part: object): string {
  return `<details><summary>${title}</summary><pre tabindex="0">${escape(JSON.stringify(part, null, 2))}</pre></details>`
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
