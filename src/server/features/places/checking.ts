import type { CheckedPlaces } from '../../../contracts/places.ts'
import { MOST_PLACES } from '../../../contracts/places.ts'
import { PLACE_SHEET } from '../../../domain/place/columns.ts'
import { type PlaceFact, type PlaceFactKind, standingOfFact } from '../../../domain/place/fact.ts'
import { type FaultyPlace, placeReader } from '../../../domain/place/read-row.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { findHeadings } from '../../../domain/sheets/header.ts'
import type { Language } from '../../../words/language.ts'
import { placeColumn, placeFault } from '../../../words/places.ts'
import type { Db } from '../../db/database.ts'
import type { OpenSheet } from '../../services/sheets/reader.ts'
import { firstOf, rowsBelow } from '../../services/sheets/working.ts'
import { findCodeTables } from '../schools/queries.ts'
import { listFacts } from './queries.ts'

/** So many faults are told: whoever has more has another file than it was meant for. */
const MOST_FAULTS = 200

/** What a sheet says, row by row, beside what is there; nothing is kept. */
export async function checkSheet(
  db: Db,
  { kind, language }: { readonly kind: PlaceFactKind; readonly language: Language },
  { rows }: OpenSheet,
): Promise<CheckedPlaces> {
  const source = rows[Symbol.asyncIterator]()
  const first = await firstOf(source)
  const hasAmount = kind === 'minimum-wage'
  const mapping = findHeadings(PLACE_SHEET, first)
  const said = new Set(mapping?.columns.values())
  const needed = PLACE_SHEET.keys.filter(
    (key) => key === 'region' || key === 'since' || (key === 'amount' && hasAmount),
  )
  const missing = needed.filter((key) => !said.has(key)).map((key) => placeColumn(key, language))
  if (!mapping || missing.length > 0) return { missing, rows: [], same: 0, faults: [] }

  const { region: regions } = await findCodeTables(db, ['region'])
  if (!regions) throw new Error('there is no table of regions')
  const there = new Map((await listFacts(db, kind)).map((one) => [keyOf(one), one]))
  const read = placeReader(mapping, { regions, hasAmount })
  const checked: CheckedPlaces = { missing: [], rows: [], same: 0, faults: [] }
  let rowsRead = 0
  const take = (row: Parameters<typeof read>[0]) => {
    if (++rowsRead > MOST_PLACES) throw new Refusal('sheet-too-long', { most: MOST_PLACES })
    const { fact, faults } = read(row)
    checked.faults.push(...faults.map((fault) => ({ row: fault.row, ...told(fault, language) })))
    if (!fact) return
    const seen = there.get(keyOf(fact)) ?? null
    if (standingOfFact(fact, seen) === 'same') checked.same++
    else
      checked.rows.push({
        row: row.row,
        ...fact,
        name: regions.pathOf(fact.region),
        seen: seen && { until: seen.until, amount: seen.amount },
      })
  }
  for await (const row of rowsBelow(mapping.row, first, source)) take(row)
  return { ...checked, faults: checked.faults.slice(0, MOST_FAULTS) }
}

const keyOf = ({ region, since }: Pick<PlaceFact, 'region' | 'since'>) => `${region} ${since}`
const told = (of: FaultyPlace, language: Language) => ({
  column: of.column,
  name: placeColumn(of.key, language),
  value: of.value,
  said: placeFault(of, language),
})
