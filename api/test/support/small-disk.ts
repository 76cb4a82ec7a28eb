import { execFileSync } from 'node:child_process'
import { rmdirSync } from 'node:fs'
import { mkdir, rmdir } from 'node:fs/promises'

/** A disk of its own, in memory. */
export interface SmallDisk extends Disposable {
  readonly folder: string
}

/** @returns undefined where this account may not mount one. */
export async function mountSmallDisk(
  folder: string,
  megabytes: number,
): Promise<SmallDisk | undefined> {
  await mkdir(folder, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], {
      stdio: 'ignore',
    })
  } catch {
    await rmdir(folder)
    return undefined
  }
  return {
    folder,
    [Symbol.dispose]() {
      execFileSync('umount', [folder], { stdio: 'ignore' })
      rmdirSync(folder)
    },
  }
}
