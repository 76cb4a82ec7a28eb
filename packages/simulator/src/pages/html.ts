/** Text that is HTML already. */
export interface Html {
  readonly html: string
}

type Part = Html | Text | readonly Part[]
type Text = string | number | undefined | false

/** Puts values into HTML; everything that is not `Html` itself is escaped. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: texts.reduce((made, text, at) => `${made}${render(parts[at - 1])}${text}`) }
}

function render(part: Part): string {
  if (part === undefined || part === false) return ''
  if (typeof part !== 'object') return escape(String(part))
  return 'html' in part ? part.html : part.map(render).join('')
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
