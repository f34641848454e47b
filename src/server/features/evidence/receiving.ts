import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { EVIDENCE } from '../../../contracts/evidence.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { type Bounds, receiveBody, tooLarge } from '../../http/body-stream.ts'

/** One file on its way in. */
export type Arriving = {
  /** What its first bytes say it is, whatever its name says. */
  readonly mediaType: string
  /** All of it; ends in `evidence-too-large` or `evidence-broken-off` when it is so. */
  readonly bytes: Readable
  /** Of the bytes that have passed: how many, and their SHA-256 in hex. */
  measure(): { size: number; sha256: string }
}

/** As many as `file-type` wants to see. */
const HEAD = 4100

const BOUNDS: Bounds = {
  mostBytes: EVIDENCE.mostBytes,
  empty: 'evidence-empty',
  tooLarge: 'evidence-too-large',
  brokenOff: 'evidence-broken-off',
}

/** Asks `admit` whether a file may come, lets the request's body in and hands it to `keep`. */
export const receive = <T>(
  request: FastifyRequest,
  admit: () => Promise<void>,
  keep: (file: Arriving) => Promise<T>,
): Promise<T> =>
  receiveBody(request, BOUNDS, admit, async (chunks) => {
    const head = await takeHead(chunks)
    if (head.length === 0) throw new Refusal('evidence-empty')
    const mediaType = await mediaTypeOf(head)
    return keep({ mediaType, ...measured(head, chunks) })
  })

async function takeHead(chunks: AsyncGenerator<Buffer, undefined>): Promise<Buffer> {
  const parts: Buffer[] = []
  for (let length = 0; length < HEAD; ) {
    const { value } = await chunks.next()
    if (!value) break
    parts.push(value)
    length += value.length
  }
  return Buffer.concat(parts)
}

/** Readers look for a PDF's beginning among its first 1024 bytes: scanners and mail programs put marks and lines before it. */
const PDF = '%PDF-'
const BEFORE_PDF = 1024

/** HEIF is the container, HEIC what phones put into it; people and browsers call both HEIC. */
const SAME_AS: Readonly<Record<string, string>> = { 'image/heif': 'image/heic' }
const isAccepted = (mediaType: string) => EVIDENCE.mediaTypes.some((accepted) => accepted === mediaType)

async function mediaTypeOf(head: Buffer): Promise<string> {
  const { fileTypeFromBuffer } = await import('file-type')
  const { mime = '' } = (await fileTypeFromBuffer(head)) ?? {}
  const mediaType = SAME_AS[mime] ?? mime
  if (isAccepted(mediaType)) return mediaType
  if (!head.subarray(0, BEFORE_PDF + PDF.length).includes(PDF)) throw new Refusal('evidence-type-refused')
  return 'application/pdf'
}

function measured(head: Buffer, chunks: AsyncIterable<Buffer>): Omit<Arriving, 'mediaType'> {
  const hash = createHash('sha256')
  let size = 0
  const pass = (chunk: Buffer) => {
    size += chunk.length
    if (size > EVIDENCE.mostBytes) throw tooLarge(BOUNDS)
    hash.update(chunk)
    return chunk
  }
  async function* all() {
    yield pass(head)
    for await (const chunk of chunks) yield pass(chunk)
  }
  return {
    bytes: Readable.from(all(), { objectMode: false }),
    measure: () => ({ size, sha256: hash.copy().digest('hex') }),
  }
}
