import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)]

/** What is text, and no page: the server writes something else into each page. */
const compressible = /\.(js|css|svg|json)$/
/** Below this the reply's headers weigh as much as what is saved. */
const smallestBytes = 1024

/**
 * Writes each text of the build beside itself as Brotli (RFC 7932) and gzip, as small as they get,
 * for the server to send as they are. Left out while the build watches: there nobody waits for a
 * network.
 */
export function compressTexts(): Plugin {
  return {
    name: 'compress-texts',
    apply: 'build',
    writeBundle: {
      order: 'post',
      async handler({ dir = 'dist' }, bundle) {
        if (this.meta.watchMode) return
        const files = Object.values(bundle).filter(({ fileName }) => compressible.test(fileName))
        await Promise.all(
          files.map(async (file) => {
            const text = Buffer.from(file.type === 'chunk' ? file.code : file.source)
            if (text.byteLength < smallestBytes) return
            const path = join(dir, file.fileName)
            await Promise.all([
              writeFile(`${path}.br`, await toBrotli(text, brotliOptions(text))),
              writeFile(`${path}.gz`, await toGzip(text, { level: constants.Z_BEST_COMPRESSION })),
            ])
          }),
        )
      },
    },
  }
}

function brotliOptions({ byteLength }: Buffer) {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: byteLength,
    },
  }
}
