import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** As it stands in the address of a redemption, plain or as a part of another address. */
const ticket = /ticket(?:=|%(?:25)*3D)/i

/**
 * Whoever reads the ticket of a redemption can redeem: a portal gives it to one browser, writes it
 * nowhere and stores it nowhere.
 *
 * @param output everything that the portal wrote.
 * @param store the folder of its store.
 * @throws {Error} where it says so, naming the place and not the ticket.
 */
export async function refuseTickets(output: string, store: string): Promise<void> {
  if (ticket.test(output)) throw new Error('the ticket of a redemption stands in the log')
  const files = await readdir(store, { recursive: true, withFileTypes: true })
  for (const file of files) {
    if (!file.isFile()) continue
    const path = join(file.parentPath, file.name)
    if (ticket.test(await readFile(path, 'latin1'))) {
      throw new Error(`the ticket of a redemption stands in the store, in ${path}`)
    }
  }
}
