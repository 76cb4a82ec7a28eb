import { statfs } from 'node:fs/promises'

/** Bytes that whoever runs this process can still write to the disk of a folder. */
export type MeasureFreeBytes = (folder: string) => Promise<number>

export const measureFreeBytes: MeasureFreeBytes = async (folder) => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/**
 * Below this, the embedded store takes no more writes. PGlite cannot survive a write for which
 * there is no room (the whole process stands still), and may hold that much in its log.
 */
export const leastFreeBytes = 512 * 1024 * 1024
