import { readFileSync } from 'node:fs'
import { PRINTED_HERE } from '../printed.ts'
import type { RosterJudging } from '../roster/read-cell.ts'
import { type CodeRow, codeTable } from '../sheets/code-table.ts'

const folder = new URL('../../server/features/codes/tables/', import.meta.url)
const rowsOf = (kind: string) =>
  JSON.parse(readFileSync(new URL(`${kind}.json`, folder), 'utf8')) as CodeRow[]
const regions = () =>
  (JSON.parse(readFileSync(new URL('region.json', folder), 'utf8')) as [string, string, string | null][]).map(
    ([code, name, parent]) => ({ code, name, parent }),
  )

/** The code tables as they are shipped, and the colleges of a school. */
export const ROSTER_TABLES: RosterJudging = {
  printed: PRINTED_HERE,
  codes: {
    ...Object.fromEntries(
      ['gender', 'ethnicity', 'political_status', 'education_level', 'training_mode', 'teacher_student'].map(
        (kind) => [kind, codeTable(rowsOf(kind))],
      ),
    ),
    region: codeTable(regions()),
  },
  colleges: codeTable([
    { code: 'c01', name: '计算机学院' },
    { code: 'c02', name: '外国语学院' },
  ]),
  own: [],
}
