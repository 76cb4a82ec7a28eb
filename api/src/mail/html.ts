/** Text that is HTML already. */
export interface Html {
  readonly html: string
}

type Content = Html | string | readonly Content[]

/** Puts values into HTML; everything that is not `Html` itself is escaped. */
export function html(texts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return { html: texts.reduce((made, text, at) => `${made}${write(contents[at - 1])}${text}`) }
}

function write(content: Content | undefined): string {
  if (content === undefined) return ''
  if (typeof content === 'string') return escape(content)
  return 'html' in content ? content.html : content.map(write).join('')
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
