import { create as contentDisposition } from 'content-disposition'
import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/roster.ts'
import {
  COLUMN_KEYS,
  type ColumnKey,
  ROSTER_COLUMNS,
  type RosterValues,
} from '../../../domain/roster/columns.ts'
import type { RosterTables } from '../../../domain/roster/read-cell.ts'
import { cellsOf, headings, shownValue } from '../../../domain/roster/report.ts'
import { ROSTER_WORDS } from '../../../words/roster.ts'
import { inTransaction } from '../../db/database.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { streamSheet } from '../../services/sheets/writer.ts'
import { countUse } from '../accounts/attempts.ts'
import { findRosterTables } from '../roster-imports/tables.ts'
import { rosterOf } from '../students/roster-rows.ts'
import { takeRoster, unmask } from './acts.ts'

/** What has no place on the page of the file. */
const FURTHER: readonly ColumnKey[] = COLUMN_KEYS.filter(
  (key) =>
    !['studentNumber', 'name', 'documentType', 'documentNumber', 'mobile', 'graduationYear'].includes(key) &&
    !['college', 'majorName', 'className', 'educationLevel'].includes(key),
)
const presentWhole = (values: RosterValues, tables: RosterTables) => ({
  documentNumber: values.documentNumber ?? '',
  phone: values.mobile ?? '',
  further: FURTHER.flatMap((key) => {
    const value = values[key]
    const { zh: name, en: nameEn } = ROSTER_COLUMNS[key]
    return value === undefined ? [] : [{ name, nameEn, value: shownValue(key, value, tables) }]
  }),
})

async function* cells(rows: AsyncIterable<RosterValues>, tables: RosterTables) {
  for await (const values of rows) yield cellsOf(values, tables)
}

/** Whole numbers leave the product here: for a purpose, so often at most, and with a line in the journal. Neither answer is kept. */
export const unmaskingRoutes: Slice = (app, { db, secrets, now }) => {
  const scopeOf = (request: FastifyRequest<{ Params: { school: string } }>) => ({
    school: request.params.school,
    college: personOf(request).collegeId,
  })
  const byWhom = (request: FastifyRequest) => ({ at: now(), actor: actorOf(request) })

  app.route({
    ...contract.unmaskStudent,
    handler: async (request) => {
      await countUse({ db, secrets }, 'unmaskings', personOf(request).userId, now())
      const [scope, by] = [scopeOf(request), byWhom(request)]
      const { params, body } = request
      const values = await inTransaction(db, (tx) => unmask(tx, params, scope, body, by, secrets))
      return presentWhole(values, await findRosterTables(db, params.school))
    },
  })

  app.route({
    ...contract.downloadRoster,
    handler: async (request, reply) => {
      const { school } = request.params
      const { language, filter, ...looking } = request.body
      await countUse({ db, secrets }, 'downloads', personOf(request).userId, now())
      const [scope, by] = [scopeOf(request), byWhom(request)]
      const ids = await inTransaction(db, (tx) => takeRoster(tx, scope, filter, looking, by))
      const tables = await findRosterTables(db, school)
      const { sheet } = ROSTER_WORDS[language].template
      reply
        .type(contract.downloadRoster.schema.produces[0])
        .header('content-disposition', contentDisposition(`${sheet}.xlsx`))
      return reply.send(
        streamSheet(
          sheet,
          headings(language === 'en' ? 'en' : 'zh', tables.own),
          cells(rosterOf(db, school, ids, secrets), tables),
        ),
      )
    },
  })
}
