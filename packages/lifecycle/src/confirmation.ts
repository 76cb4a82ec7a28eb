/**
 * Whether what a person typed is the name that they were asked for. What cannot be seen or is hard
 * to type does not count: the case, spaces around and between, and the forms of one character that
 * look alike (Unicode TR15, NFKC).
 */
export function isSameName(typed: string, name: string): boolean {
  return folded(typed) === folded(name) && folded(name) !== ''
}

/** By way of the capitals, because only there `ß` and `ss` are the same. */
function folded(text: string): string {
  return text.normalize('NFKC').toUpperCase().toLowerCase().replaceAll(/\s+/g, ' ').trim()
}
