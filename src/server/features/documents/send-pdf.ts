import { create as contentDisposition } from 'content-disposition'
import type { FastifyReply } from 'fastify'
import { fileNameOf } from '../../../domain/file-name.ts'
import { HARMLESS } from '../evidence/harmless.ts'

const PDF = 'application/pdf'

/** Answers with a PDF that was set for this request, to be shown under this name. */
export const sendPdf = (reply: FastifyReply, name: string, pdf: Buffer) =>
  reply
    .type(PDF)
    .header('content-length', pdf.length)
    .header('content-disposition', contentDisposition(fileNameOf(name, PDF), { type: 'inline' }))
    .header('content-security-policy', HARMLESS)
    .send(pdf)
