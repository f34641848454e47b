import type { Readable } from 'node:stream'
import { COLUMN_KEYS, type RosterValues } from '../../../domain/roster/columns.ts'
import { ROW_STANDINGS, type RowStanding } from '../../../domain/roster/import.ts'
import { cellsOf, reportHeadings } from '../../../domain/roster/report.ts'
import type { Language } from '../../../words/language.ts'
import { faultText, ROSTER_WORDS } from '../../../words/roster.ts'
import { SHEET_WORDS } from '../../../words/sheets.ts'
import type { Db } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import type { Secrets } from '../../services/secrets.ts'
import { streamSheet } from '../../services/sheets/writer.ts'
import { allRows } from './queries.ts'
import { type Said, saidReader } from './said.ts'
import { findRosterTables } from './tables.ts'

const valuesIn = ({ cells, own }: Said): RosterValues => ({
  ...own,
  ...Object.fromEntries(COLUMN_KEYS.flatMap((key, k) => (cells[k] ? [[key, cells[k]]] : []))),
})

/** Every row of an import in the order of the file, with what it does or what is to be corrected, as a sheet that can be uploaded again. */
export async function reportOf(db: Db, secrets: Secrets, of: Key, language: Language): Promise<Readable> {
  const { standing: words, template } = ROSTER_WORDS[language]
  const { between } = SHEET_WORDS[language]
  const tables = await findRosterTables(db, of.school)
  const said = saidReader(secrets)
  const isFaulty = (standing: RowStanding | undefined) => standing === 'faulty'
  async function* rows() {
    for await (const together of allRows(db, of))
      for (const row of together) {
        const standing = ROW_STANDINGS.find((one) => one === row.standing)
        const one = said(row)
        const asRead = () => [...one.cells, ...tables.own.map(({ key }) => one.own[key] ?? '')]
        const cells = isFaulty(standing) ? asRead() : cellsOf(valuesIn(one), tables)
        const faults = one.faults.map((fault) => faultText(fault, language, tables.own)).join(between)
        yield [...cells, standing ? words[standing] : '', faults]
      }
  }
  return streamSheet(template.sheet, reportHeadings(language === 'en' ? 'en' : 'zh', tables.own), rows())
}
