import { type KyselyPlugin, QueryNode, sql } from 'kysely'
import { loadModule, parseSync } from 'libpg-query'
import type { Db } from '../db/database.ts'
import { findPlaces } from '../db/layout.ts'

/** A part of the tree that PostgreSQL's own grammar makes of a statement. */
type Part = { readonly [name: string]: unknown }

await loadModule()

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null
const partOf = (part: Part | undefined, name: string) => {
  const found = part?.[name]
  return isPart(found) ? found : undefined
}
const listOf = (part: Part | undefined, name: string) =>
  ((part?.[name] ?? []) as readonly unknown[]).filter(isPart)
const wordOf = (part: Part | undefined) => partOf(part, 'String')?.sval as string | undefined

const KIND = /^(Select|Insert|Update|Delete)Stmt$/
/** The statements inside a part that are not inside one of these, nor a table of it, nor a part of it with a name. */
function* statementsIn(value: unknown): Generator<Part> {
  if (Array.isArray(value)) for (const one of value) yield* statementsIn(one)
  else if (isPart(value))
    for (const [name, inner] of Object.entries(value))
      if (KIND.test(name)) yield inner as Part
      else if (name !== 'RangeSubselect' && name !== 'CommonTableExpr') yield* statementsIn(inner)
}

const isValue = (part: Part): boolean => {
  const cast = partOf(part, 'TypeCast')
  return cast ? isValue(cast.arg as Part) : 'ParamRef' in part || 'A_Const' in part
}

function* conjunctsOf(part: Part): Generator<Part> {
  const both = partOf(part, 'BoolExpr')
  if (both?.boolop === 'AND_EXPR') for (const one of listOf(both, 'args')) yield* conjunctsOf(one)
  else yield part
}

/** What a condition sets equal, of rows each column by itself. */
function* equalIn(condition: Part): Generator<readonly [Part, Part]> {
  const equation = partOf(condition, 'A_Expr')
  if (equation?.kind !== 'AEXPR_OP' || wordOf(listOf(equation, 'name')[0]) !== '=') return
  const sides = [equation.lexpr as Part, equation.rexpr as Part] as const
  const [left, right] = sides.map((side) => listOf(partOf(side, 'RowExpr'), 'args'))
  if (left!.length === 0 || left!.length !== right!.length) yield sides
  else for (const [index, one] of left!.entries()) yield [one, right![index]!]
}

/** Columns that are equal to a value: `table.column`, or of what a statement answers `column`. */
type Columns = ReadonlySet<string>
const NONE: Columns = new Set()
/** What the parts of a statement with a name answer. */
type Parts = ReadonlyMap<string, Columns>
/** What is wrong is told to `fault`. */
type Reading = { readonly ofSchools: ReadonlySet<string>; readonly fault: (table: string) => void }

/** What a statement reads or changes, by names in it, and the conditions that hold of all of it, or of some of it only. */
function tablesOf(statement: Part) {
  const names = new Map<string, Part>()
  const conditions: { readonly part: Part; readonly of: readonly string[] | null }[] = []
  const add = (found: Part): string[] => {
    const name = (partOf(found, 'alias')?.aliasname ?? found.relname ?? '') as string
    names.set(name, found)
    return [name]
  }
  const read = (item: Part): string[] => {
    const join = partOf(item, 'JoinExpr')
    if (!join) return add(Object.values(item)[0] as Part)
    const [left, right] = [read(join.larg as Part), read(join.rarg as Part)]
    const of = { JOIN_LEFT: right, JOIN_RIGHT: left, JOIN_FULL: [] }[join.jointype as string] ?? null
    if (isPart(join.quals)) conditions.push({ part: join.quals, of })
    return [...left, ...right]
  }
  if (isPart(statement.relation) && !isPart(statement.selectStmt)) add(statement.relation)
  for (const item of [...listOf(statement, 'fromClause'), ...listOf(statement, 'usingClause')]) read(item)
  if (isPart(statement.whereClause)) conditions.push({ part: statement.whereClause, of: null })
  return { names, conditions }
}

/**
 * Tells the tables `ofSchools` of a statement whose school no value names. A table has its school where a condition sets its
 * `school_id` equal to a value, or to a column that is equal to one: also to what a statement inside answers. A cluster does not see
 * that a row outside is of one school, so that each statement inside another has all by itself; and what locks or changes rows
 * takes nothing from those inside it. What is inserted brings its school along. Answers which columns of the answer are equal to a value.
 */
function read(statement: Part, around: Parts, reading: Reading): Columns {
  const isAlone = 'lockingClause' in statement || ('relation' in statement && !('selectStmt' in statement))
  const parts = new Map(around)
  const readIn = (value: unknown) => {
    const [found] = [...statementsIn(value)].map((one) => read(one, parts, reading))
    return found ?? NONE
  }
  for (const part of listOf(partOf(statement, 'withClause'), 'ctes')) {
    const { ctename, ctequery } = partOf(part, 'CommonTableExpr')!
    parts.set(ctename as string, NONE)
    parts.set(ctename as string, readIn(ctequery))
  }
  if (isPart(statement.larg) && isPart(statement.rarg)) {
    const sides = [statement.larg, statement.rarg]
    const [left, right] = sides.map((side) => read(side, parts, reading))
    return new Set([...left!].filter((column) => right!.has(column)))
  }

  const { names, conditions } = tablesOf(statement)
  const asked = [...names]
    .filter(([, { relname }]) => reading.ofSchools.has(relname as string) && !parts.has(relname as string))
    .map(([name]) => name)
  const columnOf = (part: Part) => {
    const words = listOf(partOf(part, 'ColumnRef'), 'fields').map(wordOf)
    // Without its table it is of the only one that has it: PostgreSQL refuses it otherwise.
    return words.length === 1 ? [asked[0] ?? [...names.keys()][0], words[0]] : words
  }
  const known = new Set<string>()
  const conclude = () => {
    for (let before = -1; before < known.size; ) {
      before = known.size
      for (const { part, of } of conditions)
        for (const one of conjunctsOf(part))
          for (const [left, right] of equalIn(one))
            for (const [from, to] of [
              [left, right],
              [right, left],
            ] as const) {
              const [table, column] = columnOf(to)
              if (!table || (of && !of.includes(table))) continue
              if (isValue(from) || known.has(columnOf(from).join('.'))) known.add(`${table}.${column}`)
            }
    }
  }
  conclude()
  for (const [name, found] of names) {
    const answered = found.relname ? parts.get(found.relname as string) : readIn(found.subquery)
    if (!isAlone) for (const column of answered ?? NONE) known.add(`${name}.${column}`)
    conclude()
  }
  for (const name of asked) if (!known.has(`${name}.school_id`)) reading.fault(name)
  for (const [name, value] of Object.entries(statement)) if (name !== 'withClause') readIn(value)

  const targets = isPart(statement.relation)
    ? listOf(partOf(statement, 'returningClause'), 'exprs')
    : listOf(statement, 'targetList')
  const answers = targets.flatMap((target) => {
    const { name, val } = partOf(target, 'ResTarget')!
    const [table, column] = columnOf(val as Part)
    if (isValue(val as Part)) return [name as string]
    if (column) return known.has(`${table}.${column}`) ? [(name ?? column) as string] : []
    return [...known].flatMap((one) => {
      const [of, its] = one.split('.')
      return listOf(partOf(val as Part, 'ColumnRef'), 'fields').length === 1 || of === table ? [its!] : []
    })
  })
  return new Set(answers)
}

const SAYS_ALL = '/* across schools: '
/** Statements that other files of this worker have sent too are read once. */
const faults = new Map<string, string | null>()

/** What is wrong with a statement, where these tables are laid out by school; null where nothing is. */
export function faultOf(text: string, ofSchools: ReadonlySet<string>): string | null {
  const names: string[] = []
  for (const statement of statementsIn(parseSync(text).stmts))
    read(statement, new Map(), { ofSchools, fault: (name) => names.push(name) })
  if (!text.includes(SAYS_ALL)) return names.length === 0 ? null : `names no school for ${names.join(', ')}`
  return names.length === 0 ? 'asks no other school, though it says so' : null
}

let tables: ReadonlySet<string> | undefined
/** Those that a cluster lays out by school. */
async function findTables(db: Db): Promise<ReadonlySet<string>> {
  const places = await findPlaces(db)
  return new Set([...places].filter(([, place]) => place === 'by-school').map(([name]) => name))
}

/** What is wrong with each of these statements (`db/across-schools.ts`). */
export async function readStatements(db: Db, texts: Iterable<string>): Promise<string[]> {
  tables ??= await findTables(db)
  const found: string[] = []
  for (const text of texts) {
    if (text.includes(SAYS_ASIDE)) continue
    if (!faults.has(text)) faults.set(text, faultOf(text, tables))
    const fault = faults.get(text)
    if (fault) found.push(`${fault}: ${text}`)
  }
  return found
}

const SAYS_ASIDE = '/* aside */'
const aside = sql.raw(SAYS_ASIDE).toOperationNode()

/** Of a connection for what a test asks by itself: it may ask what no part of the product does. */
export const ASIDE: KyselyPlugin = {
  transformQuery: ({ node }) => {
    if (QueryNode.is(node)) return QueryNode.cloneWithEndModifier(node, aside)
    if (node.kind !== 'RawNode') return node
    const [sqlFragments, parameters] = [
      [...node.sqlFragments, ''],
      [...node.parameters, aside],
    ]
    return { ...node, sqlFragments, parameters }
  },
  transformResult: async ({ result }) => result,
}
