import { type SqlBool, sql } from 'kysely'
import type { CheckedTransfers } from '../../../contracts/transfer-sheets.ts'
import { dayInChina } from '../../../domain/day.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { SheetRow } from '../../../domain/sheet.ts'
import { findHeadings } from '../../../domain/sheets/header.ts'
import { withoutHidden } from '../../../domain/text.ts'
import { MOST_TRANSFER_ROWS, TRANSFER_SHEET } from '../../../domain/transfer/columns.ts'
import {
  type JudgedTransfers,
  judgeTransfers,
  type NumberHolder,
} from '../../../domain/transfer/judge-sheet.ts'
import { NUMBER_KINDS } from '../../../domain/transfer/record.ts'
import {
  type FaultyTransfer,
  type ReadTransfer,
  readTransferRow,
} from '../../../domain/transfer/sheet-row.ts'
import type { Language } from '../../../words/language.ts'
import { transferColumn, transferFault } from '../../../words/transfer-sheet.ts'
import type { Db } from '../../db/database.ts'
import type { Reading } from '../../http/doing.ts'
import type { OpenSheet } from '../../services/sheets/reader.ts'
import { firstOf, rowsBelow } from '../../services/sheets/working.ts'
import type { RosterScope } from '../students/roster-list.ts'
import { parseTransfer, selectTransfers } from './queries.ts'

/** So many faults are told: whoever has more has another file than it was meant for. */
const MOST_FAULTS = 200

/** Records of the reader's scope, by 发档号. */
async function findByNumbers(db: Db, { school, college }: RosterScope, numbers: readonly string[]) {
  const rows = await selectTransfers(db, school)
    .where(sql<SqlBool>`t.dispatch_number = any(${[...numbers]}::text[])`)
    .$if(college !== null, (of) => of.where('st.collegeId', '=', college))
    .execute()
  return new Map(rows.map((row) => [row.dispatchNumber, parseTransfer(row)]))
}

/** Whose these numbers are already, in the whole school. */
async function findHolders(db: Db, school: string, reads: readonly ReadTransfer[]): Promise<NumberHolder[]> {
  const said = (kind: (typeof NUMBER_KINDS)[number]) =>
    reads.flatMap(({ numbers }) => (numbers[kind] ? [numbers[kind]] : []))
  const parts = NUMBER_KINDS.filter((kind) => said(kind).length > 0).map((kind) => {
    const column = sql.ref(`t.${kind}_number`)
    // 机要 may carry several files under one number.
    const own = kind === 'tracking' ? sql` and t.channel = 'ems'` : sql``
    return sql`select ${sql.lit(kind)}::text as kind, s.number, t.id as record_id, t.student_id
      from (select distinct number from unnest(${said(kind)}::text[]) as u (number)) s
      join transfers t on t.school_id = ${school} and ${column} = s.number and ${column} <> ''${own}`
  })
  if (parts.length === 0) return []
  const { rows } = await sql<NumberHolder>`${sql.join(parts, sql` union all `)}`.execute(db)
  return rows
}

/** What a sheet says, row by row, beside the records that it names; nothing is kept. */
export async function checkSheet(
  { db, acting }: Pick<Reading, 'db' | 'acting'>,
  scope: RosterScope,
  language: Language,
  { rows }: OpenSheet,
): Promise<CheckedTransfers> {
  const source = rows[Symbol.asyncIterator]()
  const first = await firstOf(source)
  const mapping = findHeadings(TRANSFER_SHEET, first)
  const heads = {
    missing: (mapping?.missing ?? NEEDED).map((key) => transferColumn(key, language)),
    twice: (mapping?.twice ?? []).map(({ key }) => transferColumn(key, language)),
    unread: (mapping?.unread ?? []).map(({ heading }) => withoutHidden(heading)),
  }
  if (!mapping || heads.missing.length > 0 || heads.twice.length > 0)
    return { ...heads, rows: [], same: 0, faultyRows: 0, faults: [] }
  const read: ReadTransfer[] = []
  const take = (row: SheetRow) => {
    if (read.length >= MOST_TRANSFER_ROWS) throw new Refusal('sheet-too-long', { most: MOST_TRANSFER_ROWS })
    read.push(readTransferRow(row, mapping, acting.at))
  }
  for await (const row of rowsBelow(mapping.row, first, source)) take(row)
  const [records, holders] = await Promise.all([
    findByNumbers(
      db,
      scope,
      read.map(({ dispatch }) => dispatch),
    ),
    findHolders(db, scope.school, read),
  ])
  const today = dayInChina(acting.at)
  const { right, same, faults } = judgeTransfers(read, mapping, { records, holders, today, acting })
  return {
    ...heads,
    rows: right.map(shown),
    same,
    faultyRows: new Set(faults.map(({ row }) => row)).size,
    faults: faults.slice(0, MOST_FAULTS).map((fault) => told(fault, language)),
  }
}

const NEEDED = TRANSFER_SHEET.keys.filter((key) => TRANSFER_SHEET.of[key].isNeeded)

const told = (of: FaultyTransfer, language: Language) => ({
  row: of.row,
  column: of.column,
  name: transferColumn(of.key, language),
  value: withoutHidden(of.value),
  said: transferFault(of, language),
})

/** As it is sent back once its reader says so, with the day on which it goes; and as people read it. */
function shown({
  read,
  record,
  outcomes,
}: JudgedTransfers['right'][number]): CheckedTransfers['rows'][number] {
  const after = outcomes[outcomes.length - 1]?.after ?? record
  const { sentOn, receivedOn, returnedOn, reason, numbers } = read
  const isSentNow = record.sentOn === null && after.sentOn !== null
  return {
    row: read.row.row,
    brought: {
      id: record.id,
      seenVersion: record.version,
      sentOn: isSentNow ? after.sentOn : sentOn,
      receivedOn,
      returnedOn,
      reason,
      numbers: { ...numbers },
    },
    dispatchNumber: record.dispatchNumber,
    student: `${record.snapshot.name} ${record.snapshot.studentNumber}`,
    receiver: record.receiver,
    before: record.status,
    after: after.status,
    tracking: after.numbers.tracking,
  }
}
