import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const GAINS = /\.(html|js|css|svg|json|txt|webmanifest)$/
/** Below this the headers weigh more than what is won. */
const LEAST_BYTES = 512

/** Writes `name.br` and `name.gz` beside every file of the site that gains by it, as small as they get. */
export function compressSite(folder: string): void {
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || !GAINS.test(file.name) || file.parentPath.includes('.vite')) continue
    const path = join(file.parentPath, file.name)
    const content = readFileSync(path)
    if (content.length < LEAST_BYTES) continue
    const size = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
    writeFileSync(`${path}.br`, brotliCompressSync(content, { params: size }))
    writeFileSync(`${path}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }))
  }
}
