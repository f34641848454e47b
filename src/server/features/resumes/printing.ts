import { buffer } from 'node:stream/consumers'
import { create as contentDisposition } from 'content-disposition'
import type { FastifyReply } from 'fastify'
import { fileNameOf } from '../../../domain/file-name.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { ResumeSnapshot } from '../../../domain/resume/snapshot.ts'
import type { Language } from '../../../words/language.ts'
import { RESUME_WORDS } from '../../../words/resume.ts'
import { wordResume } from '../../../words/word-resume.ts'
import type { Key } from '../../db/key.ts'
import type { Services } from '../../services/services.ts'
import { HARMLESS } from '../evidence/harmless.ts'
import { storageKey } from '../evidence/storage-keys.ts'
import { namesOf } from '../posts/names.ts'
import { findPortrait } from './queries.ts'

const PDF = 'application/pdf'

/** A résumé with what its reader is shown of it, and the row that it comes from. */
export type ResumeToSend = {
  readonly of: ResumeSnapshot
  readonly from: { readonly table: 'resumes' | 'resumeSnapshots'; readonly key: Key }
}

/** Sends somebody's file, which may do nothing on our site; `name` as its reader keeps it. */
const sendFile = (
  reply: FastifyReply,
  name: string,
  { mediaType, bytes }: { readonly mediaType: string; readonly bytes: Buffer },
) =>
  reply
    .type(mediaType)
    .header('content-length', bytes.length)
    .header('content-disposition', contentDisposition(fileNameOf(name, mediaType), { type: 'inline' }))
    .header('content-security-policy', mediaType === PDF ? HARMLESS : `${HARMLESS}; sandbox`)
    .header('cache-control', 'no-store')
    .send(bytes)

/** A résumé as a PDF for paper: with its photo as that is shown, and what its codes are called. */
export function printed(
  { typesetter, now }: Pick<Services, 'typesetter' | 'now'>,
  of: ResumeSnapshot,
  {
    portrait,
    names,
  }: { readonly portrait: Buffer | null; readonly names: Awaited<ReturnType<typeof namesOf>> },
  language: Language,
): Promise<Buffer> {
  const worded = wordResume({ ...of, name: of.student.name }, { w: RESUME_WORDS[language], language, names })
  const data = { ...worded, portrait: portrait && [...portrait] }
  return typesetter.set({ template: 'resume', data, madeAt: now() })
}

/** Sends it. */
export async function sendPrinted(
  services: Pick<Services, 'db' | 'typesetter' | 'now'>,
  reply: FastifyReply,
  { of, from: { table, key } }: ResumeToSend,
  language: Language,
) {
  const { db } = services
  const portrait = of.photo && (await findPortrait(db, table, key))
  const names = await namesOf(db, [of.content.wish])
  const bytes = await printed(services, of, { portrait, names }, language)
  const { title } = RESUME_WORDS[language]
  return sendFile(reply, `${of.student.name} ${title}`, { mediaType: PDF, bytes })
}

/** The photo in it; refuses `not-found` where there is none. */
export async function sendPortrait(
  { db }: Pick<Services, 'db'>,
  reply: FastifyReply,
  { of, from: { table, key } }: ResumeToSend,
) {
  const bytes = await findPortrait(db, table, key)
  return sendFile(reply, of.student.name, { mediaType: 'image/jpeg', bytes })
}

/** The PDF that is attached to it; refuses `not-found` where there is none. */
export async function sendAttachment(
  { files }: Pick<Services, 'files'>,
  reply: FastifyReply,
  { of: { attachment }, from: { key } }: ResumeToSend,
) {
  if (!attachment) throw new Refusal('not-found')
  const bytes = await buffer(await files.read(storageKey({ school: key.school, id: attachment.id })))
  return sendFile(reply, attachment.name, { mediaType: PDF, bytes })
}
