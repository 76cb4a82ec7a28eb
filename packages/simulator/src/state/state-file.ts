import { deserialize, serialize } from 'node:v8'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'

/**
 * A saved state: a line with the version, then frames. Each frame is its length as four bytes,
 * big-endian, and a value as node:v8 serializes it, compressed; the last one says that it is.
 */
const title = 'foyer simulator state'
const version = 1
const last = 'end of state'
/** The quickest: states are written more often than they are kept. */
const compression = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

/** Values one by one, so that half a million users are never in memory twice. */
export function writeState(values: Iterable<unknown>): Buffer {
  const pieces: Buffer[] = [Buffer.from(`${title} ${version}\n`)]
  for (const value of values) pieces.push(...frameOf(value))
  return Buffer.concat([...pieces, ...frameOf(last)])
}

/** @throws {RangeError} for what is no state, of another version, or cut off. */
export function* readState(bytes: Buffer): Generator<unknown, void> {
  const firstLine = bytes.subarray(0, bytes.indexOf('\n')).toString('latin1')
  const [, found] = /^foyer simulator state (\d+)$/.exec(firstLine) ?? []
  if (found === undefined) throw new RangeError('This is not a saved state of the simulator.')
  if (Number(found) !== version) {
    throw new RangeError(
      `The state was saved in version ${found}, and this simulator reads version ${version} only.`,
    )
  }
  for (let at = firstLine.length + 1; ;) {
    if (at + 4 > bytes.length) throw cutOff()
    const end = at + 4 + bytes.readUInt32BE(at)
    if (end > bytes.length) throw cutOff()
    const value: unknown = deserialize(zstdDecompressSync(bytes.subarray(at + 4, end)))
    if (value === last) return
    yield value
    at = end
  }
}

function frameOf(value: unknown): [Buffer, Buffer] {
  const content = zstdCompressSync(serialize(value), compression)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  return [length, content]
}

function cutOff(): RangeError {
  return new RangeError('The state is cut off before its end.')
}
