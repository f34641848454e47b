import { type SqlBool, sql } from 'kysely'
import type { ExportFacts, ExportTables } from '../../../domain/export/cell.ts'
import { factsOf } from '../../../domain/export/facts.ts'
import { catalogueOf, type Field, type FieldKey } from '../../../domain/export/fields.ts'
import { type FigureStanding, STANDINGS } from '../../../domain/figures/parts.ts'
import { inUse } from '../../../domain/own-field/field.ts'
import { codeTable } from '../../../domain/sheets/code-table.ts'
import type { Db } from '../../db/database.ts'
import { readAnswers, readForm, readProfile, readSnapshot, readTerms } from '../../db/stored.ts'
import type { Secrets } from '../../services/secrets.ts'
import { STANDING } from '../figures/queries.ts'
import { findOwnFields } from '../own-fields/queries.ts'
import { findCodeTables, listColleges } from '../schools/queries.ts'
import { VALUE_COLUMNS, valuesOf } from '../students/roster-columns.ts'

const CODE = 'code:'

/** What a school's columns can be filled with, its fields of both lists among them. */
export async function findCatalogue(db: Db, school: string): Promise<readonly Field[]> {
  const [roster, destination] = await Promise.all([
    findOwnFields(db, school, 'roster'),
    findOwnFields(db, school, 'destination'),
  ])
  return catalogueOf(inUse([...roster, ...destination]))
}

/** By what codes are named, of the tables that these fields are of. */
export async function findExportTables(
  db: Db,
  school: string,
  catalogue: readonly Field[],
): Promise<ExportTables> {
  const kinds = new Set(
    catalogue.flatMap(({ kind }) => (kind.startsWith(CODE) ? [kind.slice(CODE.length)] : [])),
  )
  const [codes, colleges] = await Promise.all([
    findCodeTables(db, [...kinds]),
    listColleges(db, school, null),
  ])
  return {
    codes: { ...codes, college: codeTable(colleges.map(({ id: code, name }) => ({ code, name }))) },
    kinds: new Map(catalogue.map(({ key, kind }) => [key, kind])),
  }
}

const selectGraduates = (db: Db, school: string, ids: readonly string[]) =>
  db
    .selectFrom('students as st')
    .innerJoin('figureRows as f', (on) =>
      on.onRef('f.schoolId', '=', 'st.schoolId').onRef('f.studentId', '=', 'st.id'),
    )
    .leftJoin('codes as k', (on) => on.onRef('k.code', '=', 'f.category').on('k.kind', '=', 'destination'))
    .leftJoin('agreements as a', (on) =>
      on.onRef('a.schoolId', '=', 'f.schoolId').onRef('a.id', '=', 'f.agreementId'),
    )
    .leftJoin('employers as e', 'e.id', 'a.employerId')
    .leftJoin('destinations as d', (on) =>
      on.onRef('d.schoolId', '=', 'f.schoolId').onRef('d.id', '=', 'f.destinationId'),
    )
    .where('st.schoolId', '=', school)
    .where(sql<SqlBool>`st.id = any(${ids}::uuid[])`)
    .select(VALUE_COLUMNS.map((column) => `st.${column}` as const))
    .select(['st.id', 'f.category', 'f.since', 'f.region', 'f.industry', 'f.nature'])
    .select(['a.number', 'a.terms', 'a.signedOn', 'a.formedAt', 'a.snapshot', 'e.profile'])
    .select(['d.form', 'd.details', STANDING.as('standing')])

type Selected = Awaited<ReturnType<ReturnType<typeof selectGraduates>['executeTakeFirstOrThrow']>>
type School = { readonly code: string; readonly name: string }

/** One graduate with what columns can be filled with, personal numbers in the clear. */
export type Graduate = {
  readonly id: string
  readonly standing: FigureStanding
  readonly facts: ExportFacts
}

/** What is sealed is opened where a column is filled with it. */
type Opening = { readonly secrets: Secrets; readonly wanted: ReadonlySet<FieldKey> }

function graduateOf(row: Selected, school: School, { secrets, wanted }: Opening): Graduate {
  const { id, standing, category, since, region, industry, nature, number, terms, formedAt } = row
  return {
    id,
    standing: STANDINGS.find((one) => one === standing) ?? 'nothing',
    facts: factsOf({
      roster: valuesOf(row, secrets, (key) => wanted.has(key)),
      counting: { category, since, region, industry, nature },
      agreement:
        number === null || formedAt === null
          ? null
          : {
              number,
              formedAt,
              terms: readTerms(terms),
              signedOn: row.signedOn,
              employer: readSnapshot(row.snapshot).employer,
              address: row.profile === null ? '' : readProfile(row.profile).address,
            },
      destination: row.form === null ? null : { form: readForm(row.form), details: readAnswers(row.details) },
      school,
    }),
  }
}

/** These graduates in this order; who is no more on the roster is left out. */
export async function findGraduates(
  db: Db,
  school: School,
  ids: readonly string[],
  opening: Opening,
): Promise<Graduate[]> {
  const rows = await selectGraduates(db, school.code, ids).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [graduateOf(row, school, opening)] : []
  })
}
