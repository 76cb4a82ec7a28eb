/** While the first page's loader runs, which is short: nothing, rather than something that jumps. */
export function StartingPage() {
  return null
}
