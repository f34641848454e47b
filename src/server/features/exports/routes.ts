import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/exports.ts'
import { dayInChina } from '../../../domain/day.ts'
import { isPersonal } from '../../../domain/export/cell.ts'
import { formsOf, headingsOf } from '../../../domain/export/template.ts'
import { yearShown } from '../../../domain/figures/season.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { fieldNames } from '../../../words/exports.ts'
import { type Db, inTransaction } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { doing } from '../../http/doing.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { countUse } from '../accounts/attempts.ts'
import { nameGroups } from '../figures/naming.ts'
import { listYears } from '../figures/queries.ts'
import { type Behind, listIdsBehind } from '../figures/rows.ts'
import { asFile, writeAs } from '../figures/sheets.ts'
import { recordTakenEach, recordTakenOf } from '../students/acts.ts'
import { addTemplate, endTemplate, saveTemplate } from './acts.ts'
import { countLacking, type Filling, firstRows, rowsOf } from './filling.ts'
import { findCatalogue, findExportTables } from './graduates.ts'
import * as templates from './queries.ts'

const VERSIONS_SHOWN = 10

const presented = ({ saved, columns, ...of }: templates.Template) => ({
  ...of,
  saved: saved && { by: saved.by, at: saved.at.toISOString() },
  columns: [...columns],
})
const schoolOf = (request: FastifyRequest) => {
  const { code, name } = personOf(request).school!
  return { code, name }
}
const mayChange = (request: FastifyRequest) => personOf(request).staffRole === 'administrator'

type Selected = Omit<Behind, 'school' | 'college' | 'among'> & {
  readonly ticked: readonly string[] | undefined
}

/** 数据导出: templates, what a file would have, and the file, whose taking is journaled. */
export const exportRoutes: Slice = (app, services) => {
  const { db, secrets, now } = services

  app.route({
    ...contract.listExportTemplates,
    handler: async (request) => ({
      items: (await templates.listTemplates(db, request.params.school)).map(presented),
      mayChange: mayChange(request),
    }),
  })

  app.route({
    ...contract.listExportFields,
    handler: async ({ params }) => ({
      items: (await findCatalogue(db, params.school)).map((field) => ({
        key: field.key,
        group: field.group,
        ...fieldNames(field),
        forms: [...formsOf(field.kind)],
        isPersonal: isPersonal(field.key),
      })),
    }),
  })

  app.route({
    ...contract.getExportTemplate,
    handler: async (request) => {
      const [found, versions] = await Promise.all([
        templates.findTemplate(db, request.params),
        templates.listVersions(db, request.params, VERSIONS_SHOWN),
      ])
      return { ...presented(found), mayChange: mayChange(request), versions: versions.map(presented) }
    },
  })

  const shown = async (of: Db, key: Key) => presented(await templates.findTemplate(of, key))
  app.route({
    ...contract.addExportTemplate,
    handler: (request) =>
      doing(services, request, async (of) =>
        shown(of.tx, await addTemplate(of, request.params.school, request.body)),
      ),
  })
  app.route({
    ...contract.exportTemplateActs.save,
    handler: (request) =>
      doing(services, request, async (of) => {
        await saveTemplate(of, request.params, request.body)
        return shown(of.tx, request.params)
      }),
  })
  app.route({
    ...contract.exportTemplateActs.end,
    handler: (request) =>
      doing(services, request, async (of) => {
        await endTemplate(of, request.params, request.body.seenVersion)
        return { done: true as const }
      }),
  })

  type AtTemplate = FastifyRequest<{ Params: { school: string; id: string } }>
  const behind = (request: AtTemplate, { ticked, ...of }: Selected): Behind => ({
    ...of,
    school: request.params.school,
    college: personOf(request).collegeId,
    among: ticked,
  })
  /** Whose rows by what columns, within the reader's scope. */
  const fillingOf = async (request: AtTemplate, selected: Selected) => {
    const { school } = request.params
    const [template, ids, catalogue] = await Promise.all([
      templates.findTemplate(db, request.params),
      listIdsBehind(db, behind(request, selected)),
      findCatalogue(db, school),
    ])
    const tables = await findExportTables(db, school, catalogue)
    return { template, filling: { school: schoolOf(request), ids, columns: template.columns, tables } }
  }
  type Query = Behind['filter'] & {
    readonly year?: number | undefined
    readonly measure?: Behind['measure'] | undefined
    readonly ticked?: string | undefined
  }
  const askedBy = async (request: AtTemplate, query: Query): Promise<Selected> => {
    const { year, measure = null, ticked, ...filter } = query
    const shownYear = async () => yearShown(await listYears(db, request.params.school), dayInChina(now()))
    return { year: year ?? (await shownYear()), measure, filter, kept: null, ticked: ticked?.split(',') }
  }

  app.route({
    ...contract.previewExport,
    handler: async (request) => {
      const { lacking, after, ...query } = request.query
      const selected = await askedBy(request, query)
      const scope = { school: request.params.school, college: personOf(request).collegeId, kept: null }
      const [{ filling }, { chosen }] = await Promise.all([
        fillingOf(request, selected),
        nameGroups(db, scope, { by: 'college', filter: selected.filter, rows: [] }),
      ])
      const total = filling.ids.length
      const ids = after ? filling.ids.slice(filling.ids.indexOf(after) + 1) : filling.ids
      const rows = await firstRows({ db, secrets }, { ...filling, ids }, lacking)
      return { total, headings: filling.columns.map(({ heading }) => heading), chosen, ...rows }
    },
  })

  app.route({
    ...contract.checkExport,
    handler: async (request) => {
      const { filling } = await fillingOf(request, await askedBy(request, request.query))
      const lacking = await countLacking({ db, secrets }, filling)
      return {
        total: filling.ids.length,
        lacking: filling.columns.flatMap(({ heading }, column) => {
          const n = lacking.get(column)
          return n ? [{ column, heading, n }] : []
        }),
      }
    },
  })

  app.route({
    ...contract.takeExport,
    handler: async (request, reply) => {
      const {
        seenVersion,
        year,
        measure = null,
        filter,
        ticked,
        whole,
        format,
        language,
        ...looking
      } = request.body
      const { school, id } = request.params
      if (whole && looking.reason === '') throw new Refusal('reason-needed', { field: 'reason' })
      const { template, filling } = await fillingOf(request, { year, measure, filter, kept: null, ticked })
      const { version, name } = template
      if (version !== seenVersion) throw new Refusal('content-changed', { version })
      const rows = filling.ids.length
      if (rows === 0) throw new Refusal('export-of-nobody', { field: 'filter' })
      const by = { at: now(), actor: actorOf(request) }
      await countUse({ db, secrets }, 'downloads', personOf(request).userId, by.at)
      const taken = { school, of: 'export' as const }
      const what = { template: id, name, version, year, measure, rows, whole, filter: JSON.stringify(filter) }
      await inTransaction(db, (tx) => recordTakenOf(tx, { ...taken, what }, looking, by))
      const told = (ids: readonly string[]) =>
        inTransaction(db, (tx) => recordTakenEach(tx, { ...taken, ids }, looking, by))
      const title = language === 'en' && template.nameEn ? template.nameEn : name
      asFile(reply, title, format)
      return reply.send(fileOf({ format, title, filling }, rowsOf({ db, secrets }, filling, { whole, told })))
    },
  })
}

type AsFile = { readonly format: 'xlsx' | 'csv'; readonly title: string; readonly filling: Filling }
/** One or two rows of headings above the others. */
function fileOf({ format, title, filling }: AsFile, rows: AsyncIterable<readonly string[]>) {
  const [headings = [], ...further] = headingsOf(filling.columns)
  async function* all() {
    yield* further
    yield* rows
  }
  return writeAs(format, title, headings, all())
}
