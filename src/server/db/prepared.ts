import { type CompiledQuery, type Insertable, type RawBuilder, sql, type Updateable } from 'kysely'
import { type Db, unconnected } from './database.ts'
import type { Key } from './key.ts'
import type { DB } from './schema.generated.ts'

/** Stands in a statement for the value that each call brings. */
class Slot {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** The values of a statement as it is built: each by its name. */
export type Slots<Values> = { readonly [Name in keyof Values]-?: RawBuilder<Values[Name]> }

const slots = new Proxy({}, { get: (_, name) => sql`${new Slot(String(name))}` })

/**
 * A statement that is built and compiled once, when it is first asked for; with its values it is only bound. What it says must not
 * hang on them: of what does, each form is a statement of its own (`formsOf`).
 */
export function prepared<Values extends object, Row>(
  build: (db: Db, values: Slots<Values>) => { compile(db: Db): CompiledQuery<Row> },
): (values: Values) => CompiledQuery<Row> {
  let compiled: CompiledQuery<Row> | undefined
  return (values) => {
    compiled ??= build(unconnected, slots as Slots<Values>).compile(unconnected)
    const given = values as Readonly<Record<string, unknown>>
    const parameters = compiled.parameters.map((one) => (one instanceof Slot ? given[one.name] : one))
    return { ...compiled, parameters }
  }
}

/** The first row of what it answers; undefined where there is none. */
export const firstOf = async <Row>(db: Db, query: CompiledQuery<Row>): Promise<Row | undefined> =>
  (await db.executeQuery(query)).rows[0]

/** One of each form, made when it is first asked for. */
export function formsOf<Form extends string, Made>(make: (form: Form) => Made): (form: Form) => Made {
  const known = new Map<Form, Made>()
  return (form) => {
    const found = known.get(form) ?? make(form)
    known.set(form, found)
    return found
  }
}

/** Inserts a row, of whichever columns. */
export function insertInto<Table extends keyof DB & string>(table: Table) {
  const ofColumns = formsOf((columns) => {
    const names = columns.split(' ')
    return prepared(
      (_, row: Slots<Record<string, unknown>>) =>
        sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
          values (${sql.join(names.map((name) => row[name]))})`,
    )
  })
  return (row: Insertable<DB[Table]>) => ofColumns(Object.keys(row).join(' '))(row as Record<string, unknown>)
}

/** The tables whose rows a school and an id name. */
type Keyed = {
  [Table in keyof DB]: DB[Table] extends { schoolId: unknown; id: unknown } ? Table : never
}[keyof DB]

/** Changes a row of a school, in whichever columns but its key. */
export function updateOf<Table extends Keyed & string>(table: Table) {
  const ofColumns = formsOf((columns) =>
    prepared(
      (_, row: Slots<Record<string, unknown>> & Slots<Key>) =>
        sql`update ${sql.table(table)} set ${sql.join(columns.split(' ').map((name) => sql`${sql.ref(name)} = ${row[name]}`))}
          where school_id = ${row.school} and id = ${row.id}`,
    ),
  )
  return ({ school, id }: Key, changed: Updateable<DB[Table]>) =>
    ofColumns(Object.keys(changed).join(' '))({ ...(changed as Record<string, unknown>), school, id })
}
