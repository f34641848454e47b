import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/invitation-batches.ts'
import { shownFileName } from '../../../domain/file-name.ts'
import { batchActions, refuseUnlessShown } from '../../../domain/invitation-batch/batch.ts'
import { BATCH_WORDS } from '../../../words/invitation-batch.ts'
import { invitationTemplate } from '../../../words/invitation-template.ts'
import { type Db, inTransaction, whenCommitted } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { takeStreams } from '../../http/body-stream.ts'
import { type Doing, doing } from '../../http/doing.ts'
import { actorOf, personOf } from '../../http/person.ts'
import { languageOf } from '../../http/problems.ts'
import { asSheet, receiveSheet } from '../../http/sheet-upload.ts'
import type { Slice } from '../../http/slice.ts'
import { writeSheetToFill } from '../../services/sheets/writer.ts'
import { beginBatch, cancelBatch, claimBatch } from './acts.ts'
import { checkBatch, findLimits } from './checking.ts'
import { presentBatch, presentRow, presentRowOf, type Reader } from './present.ts'
import * as batches from './queries.ts'
import { reportOf } from './report.ts'
import { sendBatch } from './sending.ts'
import { findBatchTables } from './tables.ts'

/** Many invitations at once, of every member of the employer that sends them. */
export const invitationBatchRoutes: Slice = (app, services) => {
  const { db, secrets, spool, background, now } = services
  const employerOf = (request: FastifyRequest) => personOf(request).employer!
  const readerOf = (request: FastifyRequest) => ({ language: languageOf(request), at: now() })
  const show = async (from: Db, key: Key, employerId: string, reader: Reader) => {
    const found = await batches.findBatch(from, key, employerId)
    const isToSend = batchActions(found, reader.at).includes('send')
    const fingerprint = isToSend ? await batches.findBatchFingerprint(from, key) : null
    return presentBatch(found, secrets, reader, fingerprint)
  }
  const shown = (request: FastifyRequest, key: Key) =>
    show(db, key, employerOf(request).id, readerOf(request))

  app.route({
    ...contract.readInvitationTemplate,
    handler: async ({ query }, reply) => {
      const sheet = await writeSheetToFill(
        invitationTemplate(query.language, await findBatchTables(db, now())),
      )
      asSheet(reply, BATCH_WORDS[query.language].template.sheet)
      return reply.send(Buffer.from(sheet))
    },
  })

  app.route({
    ...contract.listInvitationBatches,
    handler: async (request) => {
      const { items, ...page } = await batches.listBatches(db, employerOf(request).id, request.query)
      return { ...page, items: items.map((one) => presentRow(one, readerOf(request))) }
    },
  })

  takeStreams(app, (scope) =>
    scope.route({
      ...contract.uploadInvitations,
      handler: async (request, reply) => {
        const { school } = request.params
        const { userId } = personOf(request)
        const by = { school, employer: employerOf(request), userId }
        const name = shownFileName(request.query.name)
        const { mostBytes } = contract.BATCH_FILE
        const admit = async () => void (await findLimits(db, by, now()))
        const [key, file] = await receiveSheet(request, reply, { spool, mostBytes, admit }, async (came) => {
          const begun = { name, file: came, at: now() }
          return [await inTransaction(db, (tx) => beginBatch(tx, by, begun)), came] as const
        })
        background.begin(() => checkBatch(services, { ...by, ...key }, file))
        return shown(request, key)
      },
    }),
  )

  app.route({
    ...contract.getInvitationBatch,
    handler: (request) => shown(request, request.params),
  })

  /** Rows are there once it is checked. */
  const findShown = async (request: FastifyRequest, key: Key) => {
    const found = await batches.findBatch(db, key, employerOf(request).id)
    refuseUnlessShown(found)
    return found
  }

  app.route({
    ...contract.listBatchRows,
    handler: async (request) => {
      await findShown(request, request.params)
      const { rows, ...page } = await batches.listRows(db, request.params, request.query)
      const language = languageOf(request)
      return { ...page, items: rows.map((row) => presentRowOf(row, { secrets, language })) }
    },
  })

  app.route({
    ...contract.readBatchReport,
    handler: async (request, reply) => {
      const { fileName } = await findShown(request, request.params)
      const { language } = request.query
      asSheet(reply, `${fileName.replace(/\.\w+$/, '')} ${BATCH_WORDS[language].template.report}`)
      return reply.send(reportOf(db, secrets, request.params, language))
    },
  })

  const shownIn = ({ tx, person, acting: { at } }: Doing, request: FastifyRequest, key: Key) =>
    show(tx, key, person.employer!.id, { language: languageOf(request), at })

  app.route({
    ...contract.sendInvitationBatch,
    handler: async (request) => {
      const key = request.params
      const { noticeVersion } = request.body
      return doing(services, request, async (of) => {
        const claim = await claimBatch(of, key, noticeVersion)
        whenCommitted(of.tx, () => {
          const sender = { ...claim, key, noticeVersion, person: of.person, actor: actorOf(request) }
          background.begin(() => sendBatch(services, sender))
        })
        return shownIn(of, request, key)
      })
    },
  })

  app.route({
    ...contract.cancelInvitationBatch,
    handler: (request) =>
      doing(services, request, async (of) => {
        await cancelBatch(of, request.params)
        return shownIn(of, request, request.params)
      }),
  })
}
