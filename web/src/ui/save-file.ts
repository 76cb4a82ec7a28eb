/** Saves what the browser itself has made: it goes nowhere. */
export function saveFile(text: string, type: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // After the click was worked on.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
