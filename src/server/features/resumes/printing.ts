import { create as contentDisposition } from 'content-disposition'
import type { FastifyReply } from 'fastify'
import { fileNameOf } from '../../../domain/file-name.ts'
import type { ResumeSnapshot } from '../../../domain/resume/snapshot.ts'
import type { Language } from '../../../words/language.ts'
import { RESUME_WORDS } from '../../../words/resume.ts'
import { wordResume } from '../../../words/word-resume.ts'
import type { Db } from '../../db/database.ts'
import type { Services } from '../../services/services.ts'
import { HARMLESS } from '../evidence/harmless.ts'
import { namesOf } from '../posts/names.ts'

const PDF = 'application/pdf'

/** A résumé as a PDF for paper, with what its reader is shown of it. `portrait`: JPEG, null where there is none. */
export async function setResume(
  { typesetter, now }: Pick<Services, 'typesetter' | 'now'>,
  db: Db,
  of: ResumeSnapshot,
  portrait: Buffer | null,
  language: Language,
): Promise<Buffer> {
  const names = await namesOf(db, [of.content.wish])
  const worded = wordResume({ ...of, name: of.student.name }, { w: RESUME_WORDS[language], language, names })
  const data = { ...worded, portrait: portrait && [...portrait] }
  return typesetter.set({ template: 'resume', data, madeAt: now() })
}

/** Sends somebody's file, which may do nothing on our site; `name` as its reader keeps it. */
export const sendFile = (
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

export const sendPdf = (reply: FastifyReply, of: ResumeSnapshot, language: Language, pdf: Buffer) =>
  sendFile(reply, `${of.student.name} ${RESUME_WORDS[language].title}`, { mediaType: PDF, bytes: pdf })
