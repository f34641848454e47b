import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/exports.ts'
import type { ExportColumn } from '../../../domain/export/template.ts'
import { maskedValue } from '../../../domain/roster/journaled.ts'
import type { RosterTables } from '../../../domain/roster/read-cell.ts'
import type { Language } from '../../../words/language.ts'
import { columnName, faultAlone } from '../../../words/roster.ts'
import { takeStreams } from '../../http/body-stream.ts'
import { doing } from '../../http/doing.ts'
import { personOf } from '../../http/person.ts'
import { languageOf } from '../../http/problems.ts'
import { readUpload } from '../../http/sheet-upload.ts'
import type { Slice } from '../../http/slice.ts'
import { findRosterTables } from '../roster-imports/tables.ts'
import { correct } from './acts.ts'
import { findCatalogue, findExportTables } from './graduates.ts'
import { findTemplate } from './queries.ts'
import { type Differing, readBack } from './reading-back.ts'

type Shown = {
  readonly tables: RosterTables
  readonly columns: readonly ExportColumn[]
  readonly language: Language
}
/** Both sides masked where the value is somebody's own number; what would be kept goes along whole, as the file has it. */
function presented({ row, known, changes, elsewhere, faults }: Differing, of: Shown): contract.Difference {
  const { tables, columns, language } = of
  const { name = '', studentNumber = '' } = known.values
  return {
    row,
    student: { id: known.id, name, studentNumber },
    seenVersion: known.version,
    changes: changes.map(({ key, from, to }) => ({
      key,
      name: columnName(key, language, tables.own),
      from: from === '' ? '' : maskedValue(key, from, tables),
      to: maskedValue(key, to, tables),
      value: to,
    })),
    elsewhere: elsewhere.map(({ column, ...sides }) => ({
      heading: columns[column]?.heading ?? '',
      ...sides,
    })),
    faults: faults.map((fault) => ({
      column: fault.column,
      name: columnName(fault.key, language, tables.own),
      value: fault.value,
      said: faultAlone(fault, language),
    })),
  }
}

/** 读回: a file that was exported here and comes back corrected, compared and then entered student by student. */
export const returnedFileRoutes: Slice = (app, services) => {
  const { db, secrets, printed, now } = services
  const { mostBytes } = contract.RETURNED_FILE

  /** By what a file of this template is read. */
  const byOf = async (request: FastifyRequest<{ Params: { school: string; id: string } }>) => {
    const { school } = request.params
    const [{ columns }, catalogue, tables] = await Promise.all([
      findTemplate(db, request.params),
      findCatalogue(db, school),
      findRosterTables(db, school),
    ])
    const { code, name } = personOf(request).school!
    return {
      school: { code, name },
      columns,
      tables: await findExportTables(db, school, catalogue),
      judging: { ...tables, printed },
    }
  }

  takeStreams(app, (scope) =>
    scope.route({
      ...contract.readExportBack,
      handler: async (request, reply) => {
        const by = await byOf(request)
        const { differing, unknown, ...counts } = await readUpload(
          request,
          reply,
          { ...services, mostBytes },
          (sheet) => readBack({ db, secrets, at: now() }, by, sheet),
        )
        const shown = { tables: by.judging, columns: by.columns, language: languageOf(request) }
        return { ...counts, unknown: [...unknown], items: differing.map((one) => presented(one, shown)) }
      },
    }),
  )

  app.route({
    ...contract.correctByFile,
    handler: (request) =>
      doing(services, request, async (of) => ({
        corrected: await correct(of, request.params, request.body, printed),
      })),
  })
}
