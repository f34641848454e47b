import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { EVIDENCE } from '../../../contracts/evidence.ts'
import { Refusal } from '../../../domain/refusal.ts'

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
const MEGABYTE = 1024 * 1024
const tooLarge = () => new Refusal('evidence-too-large', { most: EVIDENCE.mostBytes / MEGABYTE })

/**
 * Asks `admit` whether a file may come, lets the request's body in and hands it to `keep`. What is refused or not taken is
 * dropped, and the answer still heard.
 */
export async function receive<T>(
  { body, headers }: FastifyRequest,
  admit: () => Promise<void>,
  keep: (file: Arriving) => Promise<T>,
): Promise<T> {
  if (!(body instanceof Readable)) throw new Refusal('evidence-empty')
  const chunks = chunksOf(body)
  try {
    await admit()
    if (Number(headers['content-length']) > EVIDENCE.mostBytes) throw tooLarge()
    const head = await takeHead(chunks)
    if (head.length === 0) throw new Refusal('evidence-empty')
    const mediaType = await mediaTypeOf(head)
    return await keep({ mediaType, ...measured(head, chunks) })
  } finally {
    // Not awaited: a chunk may be on its way, and whoever sends it may be slow.
    void chunks.return(undefined)
    dropRest(body)
  }
}

async function* chunksOf(body: Readable): AsyncGenerator<Buffer, undefined> {
  try {
    // Destroying the body would take the connection with it, and the answer.
    yield* body.iterator({ destroyOnReturn: false })
  } catch {
    throw new Refusal('evidence-broken-off')
  }
}

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
    if (size > EVIDENCE.mostBytes) throw tooLarge()
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

/** A client hears the answer when it has sent all, or when nobody listens any more: as much again is read, then we hang up. */
function dropRest(body: Readable) {
  let dropped = 0
  body.on('data', (chunk: Buffer) => {
    dropped += chunk.length
    if (dropped > EVIDENCE.mostBytes) body.destroy()
  })
}
