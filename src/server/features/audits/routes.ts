import { create as contentDisposition } from 'content-disposition'
import * as contract from '../../../contracts/audits.ts'
import { changedSince, TOPICS } from '../../../domain/audit/topics.ts'
import { dayInChina } from '../../../domain/day.ts'
import { yearShown } from '../../../domain/figures/season.ts'
import { fileNameOf } from '../../../domain/file-name.ts'
import { AUDIT_WORDS, type CategoryNames, headingsOf, saidCells } from '../../../words/audit.ts'
import { type Db, inTransaction } from '../../db/database.ts'
import { doing } from '../../http/doing.ts'
import { hungUp } from '../../http/hung-up.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { countUse } from '../accounts/attempts.ts'
import { listRows } from '../codes/queries.ts'
import { listYears } from '../figures/queries.ts'
import { findSettings } from '../schools/queries.ts'
import { recordTakenEach, recordTakenOf } from '../students/acts.ts'
import { sign } from './acts.ts'
import { bundled } from './bundle.ts'
import { findPrints, hashOf } from './content.ts'
import { listSignings, type Signing } from './queries.ts'
import { countTopics, listTopicRows } from './topic-rows.ts'

const ZIP = 'application/zip'
const ROWS_SHOWN = 20

const presented = ({ id, signatory, signatoryPosition, signedAt, hash }: Signing) => ({
  ...{ id, signatory, signatoryPosition, hash },
  signedAt: signedAt.toISOString(),
})
const categoryNames = async (db: Db): Promise<CategoryNames> =>
  new Map(
    (await listRows(db, 'destination')).map(({ code, name, nameEn }) => [
      code,
      { name, nameEn: nameEn ?? name },
    ]),
  )

/** 核查档案: the nine topics that an inspection asks for, who has signed them, and the file that is handed over. */
export const auditRoutes: Slice = (app, services) => {
  const { db, secrets, now } = services

  app.route({
    ...contract.getAudit,
    handler: async (request) => {
      const { school } = request.params
      const at = now()
      const years = await listYears(db, school)
      const year = request.query.year ?? yearShown(years, dayInChina(at))
      const [counts, signings] = await Promise.all([
        countTopics(db, { school, year, at }),
        listSignings(db, school, year),
      ])
      return {
        ...{ year, years },
        topics: TOPICS.map((topic) => ({ topic, count: counts[topic] })),
        signings: signings.map(presented),
        maySign: personOf(request).staffRole === 'administrator',
      }
    },
  })

  app.route({
    ...contract.listAuditRows,
    handler: async (request) => {
      const { school } = request.params
      const { year, topic, after, language } = request.query
      const page = { after, most: ROWS_SHOWN }
      const [{ rows, next }, categories] = await Promise.all([
        listTopicRows(db, topic, { school, year, at: now() }, page),
        categoryNames(db),
      ])
      const said = { language, categories }
      return {
        headings: headingsOf(topic, language),
        rows: rows.map(({ cells }) => saidCells(topic, cells, said)),
        next,
      }
    },
  })

  app.route({
    ...contract.getAuditContent,
    handler: async (request) => {
      const { school } = request.params
      const { year } = request.query
      const [prints, signings] = await Promise.all([
        findPrints(db, { school, year, at: now() }),
        listSignings(db, school, year),
      ])
      const hash = hashOf(prints)
      const [latest] = signings
      const changed = latest && changedSince(latest.topics, prints)
      return {
        hash,
        isSigned: signings.some((one) => one.hash === hash),
        topics: prints.map((print) => ({ ...print, isChanged: changed ? changed.has(print.topic) : null })),
      }
    },
  })

  app.route({
    ...contract.signAudit,
    handler: (request) =>
      doing(services, request, async (of) => presented(await sign(of, request.params.school, request.body))),
  })

  app.route({
    ...contract.takeAudit,
    handler: async (request, reply) => {
      const { school } = request.params
      const { year, format: form, withFiles, language, ...looking } = request.body
      const by = { at: now(), actor: actorOf(request) }
      await countUse({ db, secrets }, 'downloads', personOf(request).userId, by.at)
      const [counts, settings, categories] = await Promise.all([
        countTopics(db, { school, year, at: by.at }),
        findSettings(db, school),
        categoryNames(db),
      ])
      const taken = { school, of: 'audit' as const }
      const what = { year, students: counts['self-check'], files: withFiles }
      await inTransaction(db, (tx) => recordTakenOf(tx, { ...taken, what }, looking, by))
      const tell = (ids: readonly string[]) =>
        inTransaction(db, (tx) => recordTakenEach(tx, { ...taken, ids }, looking, by))
      const name = AUDIT_WORDS[language].file(year, dayInChina(by.at))
      reply.type(ZIP).header('content-disposition', contentDisposition(fileNameOf(name, ZIP)))
      const names = withFiles ? settings.archiveNames : null
      const of = { school, year, at: by.at, form, language, names, categories }
      return reply.send(bundled({ ...of, services, gone: hungUp(reply), tell }))
    },
  })
}
