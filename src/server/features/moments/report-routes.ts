import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/moments.ts'
import { FIGURE_WORDS } from '../../../words/figure-words.ts'
import type { Language } from '../../../words/language.ts'
import { en } from '../../../words/report.en.ts'
import { zh } from '../../../words/report.zh.ts'
import { type WordedReport, wordComparison, wordReport } from '../../../words/word-report.ts'
import { inTransaction } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { sendPdf } from '../documents/send-pdf.ts'
import { asFile, writeAs } from '../figures/sheets.ts'
import { recordTaking } from '../figures/taking.ts'
import { comparePair, findPair, sidesOf } from './comparing.ts'
import { findReport } from './reporting.ts'

const WORDS: Readonly<Record<Language, typeof zh>> = { 'zh-CN': zh, en }
const wordsOf = (language: Language) => ({ language, w: WORDS[language], said: FIGURE_WORDS[language] })

type OfMoment = FastifyRequest<{ Params: Key }>
const scopeOf = (request: OfMoment) => ({ ...request.params, college: personOf(request).collegeId })

/** All that a report says, one table under the other. */
function* reportRows({ facts, tables, notesTitle, foot }: WordedReport): Generator<readonly string[]> {
  yield* facts
  for (const { title, heads, rows } of tables) {
    yield* [[], [title], heads]
    yield* rows
  }
  yield* [[], [notesTitle]]
  for (const note of foot) yield [note]
}

/** 就业周报 and the comparison of two moments, to read and as files, whose taking is journaled. */
export const momentReportRoutes: Slice = (app, { db, typesetter, now }) => {
  app.route({
    ...contract.getMomentReport,
    handler: (request) => findReport(db, { ...scopeOf(request), year: request.query.year }),
  })

  app.route({
    ...contract.downloadMomentReport,
    handler: async (request, reply) => {
      const { year, reportForm, language } = request.body
      const words = wordsOf(language)
      const report = await findReport(db, { ...scopeOf(request), year })
      const worded = wordReport(report, words)
      const school = language === 'en' ? report.school.nameEn : report.school.name
      const taken = { year, moment: request.params.id, filter: {}, what: `report.${reportForm}` }
      await inTransaction(db, (tx) =>
        recordTaking({ tx, actor: actorOf(request), at: now() }, request.params.school, taken),
      )
      if (reportForm === 'xlsx') {
        asFile(reply, worded.title, reportForm)
        return reply.send(writeAs(reportForm, words.w.sheet, [worded.title], reportRows(worded)))
      }
      const data = { ...worded, school, page: words.w.page, lang: language === 'en' ? 'en' : 'zh' }
      const pdf = await typesetter.set({ template: 'report', data, madeAt: new Date(report.moment.at) })
      return sendPdf(reply, worded.title, pdf)
    },
  })

  app.route({
    ...contract.downloadComparison,
    handler: async (request, reply) => {
      const { later, year, groupedBy: by, format, language } = request.body
      const at = now()
      const words = wordsOf(language)
      const pair = await findPair(db, { ...request.params, later })
      const compared = await comparePair(db, { ...scopeOf(request), year }, pair, by)
      const { heads, rows } = wordComparison({ ...compared, ...sidesOf(pair, at), by }, words)
      const taken = { year, moment: request.params.id, later, groupedBy: by, filter: {}, what: format }
      await inTransaction(db, (tx) =>
        recordTaking({ tx, actor: actorOf(request), at }, request.params.school, taken),
      )
      const { sheet } = words.w.comparison
      asFile(reply, sheet, format)
      return reply.send(writeAs(format, sheet, heads, rows))
    },
  })
}
