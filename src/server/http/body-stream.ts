import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { Refusal, type RefusalCode } from '../../domain/refusal.ts'
import type { App } from './slice.ts'

/** Milliseconds without a byte after which whoever sends is taken to be gone. */
const SILENCE = 30_000

/** Routes whose body is a file, handed on as it comes: a scope of their own, for everywhere else a body is JSON. */
export function takeStreams(app: App, routes: (scope: App) => void): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/octet-stream', (_request, body, done) => done(null, body))
    routes(scope.withTypeProvider<ZodTypeProvider>())
  })
}

/** Once all has come it is we who take time. */
export const hangUpOnSilence = (request: FastifyRequest, reply: FastifyReply) =>
  reply.raw.setTimeout(SILENCE, () => request.raw.complete || request.raw.destroy())

/** How much may come, and what is said of a body that is none, too much or not whole. */
export type Bounds = {
  readonly mostBytes: number
  readonly empty: RefusalCode
  readonly tooLarge: RefusalCode
  readonly brokenOff: RefusalCode
}
const MEGABYTE = 1024 * 1024
export const tooLarge = ({ tooLarge: code, mostBytes }: Bounds) =>
  new Refusal(code, { most: mostBytes / MEGABYTE })

/**
 * Asks `admit` whether a file may come, lets the request's body in and hands its chunks to `keep`. What is refused or not
 * taken is dropped, and the answer still heard.
 */
export async function receiveBody<T>(
  { body, headers }: FastifyRequest,
  bounds: Bounds,
  admit: () => Promise<void>,
  keep: (chunks: AsyncGenerator<Buffer, undefined>) => Promise<T>,
): Promise<T> {
  if (!(body instanceof Readable)) throw new Refusal(bounds.empty)
  const chunks = chunksOf(body, bounds)
  try {
    await admit()
    if (Number(headers['content-length']) > bounds.mostBytes) throw tooLarge(bounds)
    return await keep(chunks)
  } finally {
    // Not awaited: a chunk may be on its way, and whoever sends it may be slow.
    void chunks.return(undefined)
    dropRest(body, bounds)
  }
}

async function* chunksOf(body: Readable, { brokenOff }: Bounds): AsyncGenerator<Buffer, undefined> {
  try {
    // Destroying the body would take the connection with it, and the answer.
    yield* body.iterator({ destroyOnReturn: false })
  } catch {
    throw new Refusal(brokenOff)
  }
}

/** A client hears the answer when it has sent all, or when nobody listens any more: as much again is read, then we hang up. */
function dropRest(body: Readable, { mostBytes }: Bounds) {
  let dropped = 0
  body.on('data', (chunk: Buffer) => {
    dropped += chunk.length
    if (dropped > mostBytes) body.destroy()
  })
}
