/** The text of an HTML body: paragraphs and breaks stay, everything else is its words. */
export function plainTextOf(body: string): string {
  return body
    .replaceAll(/<(style|script|title)\b[^>]*>[^]*?<\/\1>/gi, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<br\b[^>]*> ?/gi, '\n')
    .replaceAll(/<\/(p|div|h[1-6]|tr|li|ul|ol|table)> ?/gi, '\n\n')
    .replaceAll(/<a\b[^>]*\bhref="([^"]*)"[^>]*>(.*?)<\/a>/gi, '$2 ($1)')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(lt|gt|quot|nbsp|#39|amp);/g, (_match, name: string) => entities[name] ?? '')
    .replaceAll(/[ \t]*\n[ \t]*/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
  amp: '&',
}
