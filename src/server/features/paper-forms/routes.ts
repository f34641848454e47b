import { create as contentDisposition } from 'content-disposition'
import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/paper-forms.ts'
import { fileNameOf } from '../../../domain/file-name.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { zh } from '../../../words/paper-form.zh.ts'
import { FORM_REGISTER } from '../../../words/paper-form-register.ts'
import { doing, reading, readingIn } from '../../http/doing.ts'
import { personOf } from '../../http/person.ts'
import { asSheet } from '../../http/sheet-upload.ts'
import type { Slice } from '../../http/slice.ts'
import { HARMLESS } from '../evidence/harmless.ts'
import { act, issueForms } from './acts.ts'
import { countForms, type FormScope, listForms, rowOf } from './lists.ts'
import { presentForm } from './present.ts'
import { layoutOf, refuseUnlessOut } from './printing.ts'
import { findForm, findForms } from './queries.ts'
import { registerSheet } from './register-sheet.ts'

const PDF = 'application/pdf'
const scopeOf = (request: FastifyRequest<{ Params: { school: string } }>): FormScope => ({
  school: request.params.school,
  scope: personOf(request).collegeId,
})

/** 纸质就业协议书: forms are handed out, printed, and accounted for. */
export const paperFormRoutes: Slice = (app, services) => {
  const { db, typesetter } = services

  app.route({
    ...contract.listPaperForms,
    handler: async (request) => {
      const scope = scopeOf(request)
      const [page, colleges] = await Promise.all([listForms(db, scope, request.query), countForms(db, scope)])
      return { ...page, colleges }
    },
  })

  app.route({
    ...contract.downloadPaperForms,
    handler: (request, reply) => {
      const { language, ...filter } = request.query
      asSheet(reply, FORM_REGISTER[language].sheet)
      return reply.send(registerSheet(db, scopeOf(request), filter, language))
    },
  })

  app.route({
    ...contract.listMyPaperForms,
    handler: (request) => {
      const { person } = reading(services, request)
      const scope = { school: request.params.school, scope: null }
      return listForms(db, scope, { ...request.query, studentId: person.studentId! })
    },
  })

  app.route({
    ...contract.getPaperForm,
    handler: async (request) => {
      const read = reading(services, request)
      return presentForm(read, await findForm(read.db, request.params, read.person))
    },
  })

  app.route({
    ...contract.issuePaperForms,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { issued, refused } = await issueForms(of, request.params.school, request.body.students)
        return {
          issued: issued.map(rowOf),
          refused: refused.map(({ reasons, ...student }) => ({ ...student, reasons: [...reasons] })),
        }
      }),
  })

  app.route({
    ...contract.printPaperForms,
    handler: async (request, reply) => {
      const { person } = reading(services, request)
      const { ids, download } = request.query
      const asked = [...new Set(ids.split(','))]
      const forms = await findForms(db, request.params.school, asked, person)
      if (forms.length < asked.length) throw new Refusal('not-found')
      refuseUnlessOut(forms)
      const pdf = await typesetter.set(layoutOf(forms, person.school!))
      const [first] = forms
      const called =
        forms.length === 1 && first ? `${first.number} ${first.snapshot.name}` : `${forms.length}`
      reply
        .type(PDF)
        .header('content-length', pdf.length)
        .header(
          'content-disposition',
          contentDisposition(fileNameOf(`${zh.title} ${called}`, PDF), {
            type: download ? 'attachment' : 'inline',
          }),
        )
        .header('content-security-policy', HARMLESS)
      return reply.send(pdf)
    },
  })

  for (const action of Object.keys(contract.paperFormActs) as (keyof typeof contract.paperFormActs)[])
    app.route({
      ...contract.paperFormActs[action],
      handler: (request) =>
        doing(services, request, async (of) =>
          presentForm(readingIn(of), await act(of, request.params, { ...request.body, action })),
        ),
    })
}
