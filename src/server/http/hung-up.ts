import type { FastifyReply } from 'fastify'

/** Aborted when the client is gone before it was answered. */
export function hungUp(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableEnded) gone.abort()
  })
  return gone.signal
}
