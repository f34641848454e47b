import { createHash } from 'node:crypto'
import { CODE_MARK, codeMark, readVerificationCode } from '../../../domain/verification-code/code.ts'

export type ReadFile = { readonly sha256: string; readonly code: string | null }

/** Longer than the mark, so that one that lies across two parts is seen. */
const OVERLAP = codeMark('').length + 32

/** Reads a file part by part: its SHA-256, hex, and the code that it says it bears. Nothing of it is kept. */
export function readingFile() {
  const hash = createHash('sha256')
  let tail = ''
  let code: string | null = null
  return {
    take(chunk: Buffer): void {
      hash.update(chunk)
      if (code !== null) return
      const seen = tail + chunk.toString('latin1')
      const [, found = ''] = CODE_MARK.exec(seen) ?? []
      code = readVerificationCode(found)
      tail = seen.slice(-OVERLAP)
    },
    read: (): ReadFile => ({ sha256: hash.digest('hex'), code }),
  }
}
