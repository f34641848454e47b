import * as contract from '../../../contracts/code-tables.ts'
import {
  type CodeRow,
  changeCode,
  codeChanges,
  codesMatching,
  compareCodes,
  refuseUnlessNewCode,
} from '../../../domain/code-row.ts'
import type { EventName } from '../../../domain/event.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Tx } from '../../db/database.ts'
import { type Actor, type Line, PLATFORM, record } from '../../db/journal.ts'
import { doing } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { codeSubject, listLatest } from './history.ts'
import * as codes from './queries.ts'

type Told = { readonly kind: contract.CodeKind; readonly row: CodeRow; readonly data: Line['data'] }
type CodeEvent = Extract<EventName, `code.${string}`>

const recordCodes = (tx: Tx, action: CodeEvent, told: readonly Told[], actor: Actor, at: Date) =>
  record(
    tx,
    told.map(({ kind, row, data }) => ({
      school: PLATFORM,
      subject: codeSubject(kind, row.code),
      action,
      at,
      actor,
      from: null,
      to: null,
      reason: null,
      data: { name: row.name, ...data },
    })),
  )

/** The code tables in the hands of an operator: what can be chosen from now on. Records keep what they say. */
export const codeTableRoutes: Slice = (app, services) => {
  const { db } = services

  app.route({
    ...contract.listCodeTables,
    handler: async () => {
      const rows = Map.groupBy(await codes.listAllRows(db), ({ kind }) => kind)
      const items = contract.CODE_KINDS.map((kind) => {
        const compared = compareCodes(rows.get(kind) ?? [], codes.shippedRows(kind))
        const count = (standing: string) => compared.filter((row) => row.standing === standing).length
        return { kind, rows: compared.length, changed: count('changed'), own: count('own') }
      })
      return { items }
    },
  })

  app.route({
    ...contract.getCodeTable,
    handler: async ({ params: { kind }, query: { q, standing, page, pageSize } }) => {
      const [rows, history] = await Promise.all([codes.listRows(db, kind), listLatest(db, kind)])
      const names = new Map(rows.map(({ code, name }) => [code, name]))
      const found = codesMatching(compareCodes(rows, codes.shippedRows(kind)), q).filter(
        (row) => standing === undefined || row.standing === standing,
      )
      const last = Math.max(1, Math.ceil(found.length / pageSize))
      const shown = Math.min(page, last)
      const items = found.slice((shown - 1) * pageSize, shown * pageSize).map((row) => ({
        ...row,
        parentName: row.parent === null ? null : (names.get(row.parent) ?? null),
      }))
      return { items, page: shown, pageSize, total: found.length, history }
    },
  })

  app.route({
    ...contract.addCode,
    handler: (request) =>
      doing(services, request, async ({ tx, actor, acting: { at } }) => {
        const { kind } = request.params
        const { like, id: code, ...text } = request.body
        const row = { code, ...text }
        const there = new Set((await codes.listRows(tx, kind)).map(({ code }) => code))
        refuseUnlessNewCode(row, there)
        // Without one a category would have no form, and count as nothing.
        if (kind === 'destination' && (like === null || !there.has(like)))
          throw new Refusal('code-not-offered', { field: 'like' })
        await codes.insertRow(tx, kind, row, kind === 'destination' ? like : null)
        await recordCodes(tx, 'code.add', [{ kind, row, data: { like } }], actor, at)
        return { done: true as const }
      }),
  })

  app.route({
    ...contract.changeCode,
    handler: (request) =>
      doing(services, request, async ({ tx, actor, acting: { at } }) => {
        const { kind, row: code } = request.params
        const { seen, ...to } = request.body
        const [row] = await codes.lockRows(tx, kind, [code])
        if (!row) throw new Refusal('not-found')
        const after = changeCode(row, seen, to)
        await codes.saveText(tx, kind, code, to)
        await recordCodes(tx, 'code.change', [{ kind, row: after, data: codeChanges(row, after) }], actor, at)
        return { done: true as const }
      }),
  })

  app.route({
    ...contract.takeShippedCodes,
    handler: (request) =>
      doing(services, request, async ({ tx, actor, acting: { at } }) => {
        const { kind } = request.params
        const rows = await codes.lockRows(tx, kind, request.body.codes)
        const own = compareCodes(rows, codes.shippedRows(kind)).flatMap(({ code, standing, shipped }) =>
          standing === 'changed' && shipped
            ? [{ before: rows.find((row) => row.code === code)!, shipped }]
            : [],
        )
        if (own.length > 0) {
          await codes.saveRows(
            tx,
            kind,
            own.map(({ shipped }) => shipped),
          )
          const told = own.map(({ before, shipped }) => ({
            kind,
            row: shipped,
            data: codeChanges(before, shipped),
          }))
          await recordCodes(tx, 'code.take', told, actor, at)
        }
        return { taken: own.length }
      }),
  })
}
