import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Language } from '../../words/language.ts'
import { drawPage, type Frame } from '../pages/frame.ts'

/** Chinese first: a page is in English only where its address says so, so that an address always shows the same. */
export const pageQuery = z.object({
  lang: z.enum(['en']).optional().catch(undefined),
  page: z.coerce.number<number | string>().int().min(1).max(100_000).catch(1),
})
export const languageOfPage = ({ lang }: Pick<z.output<typeof pageQuery>, 'lang'>): Language =>
  lang === 'en' ? 'en' : 'zh-CN'

/** Kept by whoever wants to, and asked for each time: what is withdrawn is gone for everybody at once. */
const ASKED_EACH_TIME = 'no-cache'

/** Answers with what has been made, or says that what the reader has is still so. */
export function sendKept(
  request: FastifyRequest,
  reply: FastifyReply,
  { text, type }: { readonly text: string; readonly type: string },
): FastifyReply {
  // Weak: compressed or not, it says the same.
  const tag = `W/"${createHash('sha256').update(text).digest('base64url')}"`
  reply.header('cache-control', ASKED_EACH_TIME).header('etag', tag)
  return isKnown(request, tag) ? reply.code(304).send() : reply.type(type).send(text)
}

/** Whether the reader has this already. */
export const isKnown = ({ headers }: FastifyRequest, tag: string): boolean =>
  headers['if-none-match']?.split(/\s*,\s*/).includes(tag) ?? false

/** A page that is read without scripts. */
export const sendPage = (request: FastifyRequest, reply: FastifyReply, frame: Frame): FastifyReply =>
  sendDrawn(request, reply, drawPage(frame))

/** The same, drawn already. */
export function sendDrawn(
  request: FastifyRequest,
  reply: FastifyReply,
  { text, policy }: ReturnType<typeof drawPage>,
): FastifyReply {
  reply.header('content-security-policy', policy)
  return sendKept(request, reply, { text, type: 'text/html; charset=utf-8' })
}

/**
 * A page that says something to whoever asked just now: nobody keeps it, no search engine finds it, and no other site is told
 * its address. Forms send where they come from to ourselves alone.
 */
export function sendPassing(reply: FastifyReply, frame: Frame): FastifyReply {
  const { text, policy } = drawPage(frame)
  return reply
    .header('content-security-policy', policy)
    .header('referrer-policy', 'same-origin')
    .header('x-robots-tag', 'noindex, nofollow')
    .type('text/html; charset=utf-8')
    .send(text)
}
