import { Readable } from 'node:stream'
import { create as contentDisposition } from 'content-disposition'
import { readAgreementDocument } from '../../../contracts/agreements.ts'
import {
  agreementDocument,
  type DocumentForm,
  refuseUnlessSealed,
  usualForm,
} from '../../../domain/agreement/document.ts'
import { fileNameOf } from '../../../domain/file-name.ts'
import { zh } from '../../../words/agreement-document.zh.ts'
import { reading } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import type { Services } from '../../services/services.ts'
import { HARMLESS } from '../evidence/harmless.ts'
import { printedVerification } from '../verification-codes/printed.ts'
import { factsOf, makePdf } from './document-facts.ts'
import { documentKey } from './document-keys.ts'
import { findDocument } from './documents.ts'
import { findAgreement } from './queries.ts'

type Pdf = { readonly bytes: Readable; readonly size: number; readonly name: string }
type Of = Awaited<ReturnType<typeof findAgreement>>

const PDF = 'application/pdf'
const nameOf = (of: Of, mark: string | null) =>
  fileNameOf(`${zh.title} ${of.number} ${of.snapshot.student.name}${mark ? ` ${mark}` : ''}`, PDF)

async function sealedOf({ db, files }: Pick<Services, 'db' | 'files'>, of: Of): Promise<Pdf> {
  const {
    seal = null,
    file = null,
    size = null,
  } = (await findDocument(db, { school: of.schoolId, id: of.id })) ?? {}
  refuseUnlessSealed(seal)
  return { bytes: await files.read(documentKey(of.schoolId, file!)), size: size!, name: nameOf(of, null) }
}

async function copyOf(services: Services, of: Of): Promise<Pdf> {
  const facts = await factsOf(services.db, of)
  const verification = await printedVerification(services, { school: of.schoolId, id: of.id })
  const pdf = await makePdf(services, facts, verification)
  const { mark } = agreementDocument(facts)
  return { bytes: Readable.from([pdf]), size: pdf.length, name: nameOf(of, mark && zh.mark[mark]) }
}

const FORMS: Record<DocumentForm, (services: Services, of: Of) => Promise<Pdf>> = {
  sealed: sealedOf,
  copy: copyOf,
}

export const agreementDocumentRoutes: Slice = (app, services) => {
  app.route({
    ...readAgreementDocument,
    handler: async (request, reply) => {
      const { db, person } = reading(services, request)
      const of = await findAgreement(db, request.params, person)
      const { as = usualForm(of), download } = request.query
      const { bytes, size, name } = await FORMS[as](services, of)
      const type = download ? 'attachment' : 'inline'
      reply
        .type(PDF)
        .header('content-length', size)
        .header('content-disposition', contentDisposition(name, { type }))
        .header('content-security-policy', HARMLESS)
      return reply.send(bytes)
    },
  })
}
