import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/transfer-papers.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { transferWarnings } from '../../../domain/transfer/receiver.ts'
import { zh } from '../../../words/transfer-papers.zh.ts'
import { isLabelled, wordLabels, wordSlips } from '../../../words/word-transfer.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { sendPdf } from '../documents/send-pdf.ts'
import { findTransfers } from './queries.ts'

/** 档案转递: slips and labels to print, and what to look at before. What becomes of a file on its way is kept in `transfers`. */
export const transferPaperRoutes: Slice = (app, { db, typesetter, now }) => {
  type Asked = FastifyRequest<{ Params: { school: string }; Querystring: { ids: string } }>
  /** All of them, or none is told of: one that is not theirs is not there. */
  const chosenBy = async (request: Asked) => {
    const asked = [...new Set(request.query.ids.split(','))]
    const found = await findTransfers(db, request.params.school, asked, personOf(request))
    if (found.length < asked.length) throw new Refusal('not-found')
    return found
  }
  const schoolOf = (request: FastifyRequest) => personOf(request).school!.name

  app.route({
    ...contract.checkTransfers,
    handler: async (request) => {
      const found = await chosenBy(request)
      return {
        items: found.map(({ nature, ...of }) => ({
          ...of,
          warnings: transferWarnings({ student: of.name, file: of.file, nature }),
          hasLabel: isLabelled(of),
        })),
      }
    },
  })

  app.route({
    ...contract.printTransferSlips,
    handler: async (request, reply) => {
      const found = await chosenBy(request)
      const school = schoolOf(request)
      const data = { ...wordSlips(found, school, zh), school }
      const pdf = await typesetter.set({ template: 'transfer-slip', data, madeAt: now() })
      return sendPdf(reply, zh.title, pdf)
    },
  })

  app.route({
    ...contract.printAddressLabels,
    handler: async (request, reply) => {
      const found = await chosenBy(request)
      if (!found.some(isLabelled)) throw new Refusal('no-address-to-print')
      const school = schoolOf(request)
      const data = { ...wordLabels(found, request.query.start, school, zh), school }
      const pdf = await typesetter.set({ template: 'address-labels', data, madeAt: now() })
      return sendPdf(reply, zh.labels.title, pdf)
    },
  })
}
