/** Whether a contact can be written to; organizations write other things there too. */
export function isMailAddress(contact: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(contact)
}
