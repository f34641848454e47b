import { create as contentDisposition } from 'content-disposition'
import type { FastifyReply } from 'fastify'
import type { Services } from '../../services/services.ts'
import { HARMLESS } from './harmless.ts'
import type { Shown } from './showing.ts'

/** Chromium leaves a PDF that is shown in a sandbox blank, and shows it in one of its own. */
const policyOf = (mediaType: string, download: '1' | undefined) =>
  mediaType === 'application/pdf' && !download ? HARMLESS : `${HARMLESS}; sandbox`

/** Somebody else's file as an answer: shown in its place, or saved where `download` is said. */
export async function sendShown(
  { files }: Pick<Services, 'files'>,
  reply: FastifyReply,
  { key, name, mediaType, size }: Shown,
  download: '1' | undefined,
) {
  const bytes = await files.read(key)
  reply
    .type(mediaType)
    .header('content-length', size)
    .header('content-disposition', contentDisposition(name, { type: download ? 'attachment' : 'inline' }))
    .header('content-security-policy', policyOf(mediaType, download))
  return reply.send(bytes)
}
