import type { FastifyReply } from 'fastify'
import { Refusal } from '../../../domain/refusal.ts'
import type { Services } from '../../services/services.ts'
import { sendShown } from '../evidence/sent.ts'
import { asSeen } from '../evidence/showing.ts'
import { findFile } from './queries.ts'

type Asked = { readonly as?: 'small' | undefined; readonly download?: '1' | undefined }

/**
 * The file of a post, as everybody sees it: a picture by its copy. The caller has found the post for who asks. Refuses `not-found`
 * where it has none.
 */
export async function sendAttachment(
  { db, files }: Pick<Services, 'db' | 'files'>,
  reply: FastifyReply,
  employer: string,
  attachment: { readonly id: string } | null,
  { as, download }: Asked,
) {
  if (!attachment) throw new Refusal('not-found')
  const file = await findFile(db, { employer, id: attachment.id })
  return sendShown({ files }, reply, asSeen(file, as ?? 'view'), download)
}
