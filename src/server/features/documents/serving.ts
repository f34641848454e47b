import { Readable } from 'node:stream'
import { create as contentDisposition } from 'content-disposition'
import type { FastifyReply } from 'fastify'
import { type DocumentForm, refuseRemoved, refuseUnlessSealed } from '../../../domain/document/sealed.ts'
import { fileNameOf } from '../../../domain/file-name.ts'
import type { Layout } from '../../services/documents/typesetter.ts'
import type { Services } from '../../services/services.ts'
import { layOut } from '../document-templates/laying-out.ts'
import { HARMLESS } from '../evidence/harmless.ts'
import { documentKey } from './keys.ts'
import { type DocumentKey, findDocument } from './queries.ts'

const PDF = 'application/pdf'

/** What somebody who may see it is given of a document. */
export type Served = {
  readonly of: Omit<DocumentKey, 'version'>
  readonly as: DocumentForm
  /** To be saved, not shown. */
  readonly download: boolean
  /** As it stands now. */
  copy(): Promise<Layout>
  /** What the file is called, without its ending; a copy's has its mark. */
  nameOf(mark: string | null): string
}

type Serving = Pick<Services, 'db' | 'files' | 'typesetter'>
type Pdf = { readonly bytes: Readable; readonly size: number; readonly mark: string | null }

const FORMS: Record<DocumentForm, (services: Serving, served: Served) => Promise<Pdf>> = {
  sealed: async ({ db, files }, { of }) => {
    const { seal = null, file = null, size = null } = (await findDocument(db, of)) ?? {}
    refuseUnlessSealed(seal)
    return { bytes: await files.read(documentKey(of.school, file!)), size: size!, mark: null }
  },
  copy: async (services, { of, copy }) => {
    refuseRemoved((await findDocument(services.db, of))?.seal ?? null)
    const layout = await copy()
    const { pdf } = await layOut(services, of, layout)
    return { bytes: Readable.from([pdf]), size: pdf.length, mark: layout.data.mark }
  },
}

/** Answers with the PDF. */
export async function serveDocument(services: Serving, reply: FastifyReply, served: Served) {
  const { bytes, size, mark } = await FORMS[served.as](services, served)
  const name = fileNameOf(served.nameOf(mark), PDF)
  const type = served.download ? 'attachment' : 'inline'
  reply
    .type(PDF)
    .header('content-length', size)
    .header('content-disposition', contentDisposition(name, { type }))
    .header('content-security-policy', HARMLESS)
  return reply.send(bytes)
}
