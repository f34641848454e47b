import { sql } from 'kysely'
import { APPLICATION_ROLE, type Db, inTransaction, type Tx } from './database.ts'
import { OperatorError } from './operator-error.ts'

/**
 * Where rows lie on a Citus cluster (decision 91). `by-school`: at the place of their school, with all else that is of it; these are
 * the tables whose primary key begins with `school_id`. `everywhere`: a copy at each place. `here`: at the coordinator alone.
 */
export type Place = 'by-school' | 'everywhere' | 'here'

/** What rows of schools refer to and are read together with, and what is asked of all schools at the door. */
const EVERYWHERE: readonly string[] = [
  ...[
    'codes',
    'employers',
    'message_channels',
    'own_posts',
    'place_facts',
    'post_files',
    'privacy_notices',
    'school_sign_ins',
  ],
  ...['schools', 'seals', 'users'],
]

/** Each table of the product, and where it lies on a cluster. */
export async function findPlaces(db: Db): Promise<ReadonlyMap<string, Place>> {
  const { rows } = await sql<{ name: string; isOfSchool: boolean }>`
    select c.relname as name, coalesce(a.attname = 'school_id', false) as is_of_school from pg_class c
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname !~ '^kysely_'
    order by c.relname`.execute(db)
  const placeOf = ({ name, isOfSchool }: (typeof rows)[number]): Place =>
    EVERYWHERE.includes(name) ? 'everywhere' : isOfSchool ? 'by-school' : 'here'
  return new Map(rows.map((row) => [row.name, placeOf(row)]))
}

/** A foreign key: its table, the one that it refers to, and what PostgreSQL says of it. */
type ForeignKey = {
  readonly name: string
  readonly of: string
  readonly to: string
  readonly definition: string
}

export const findKeys = async (db: Db): Promise<readonly ForeignKey[]> =>
  (
    await sql<ForeignKey>`
      select k.conname as name, a.relname as of, b.relname as to, pg_get_constraintdef(k.oid) as definition
      from pg_constraint k join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid
      where k.contype = 'f' and a.relnamespace = 'public'::regnamespace order by k.conname, a.relname`.execute(
      db,
    )
  ).rows

const ofCollegeOfStudent = (of: string, more = ''): ForeignKey => ({
  ...{ name: `${of}_student`, of, to: 'students' },
  definition: `FOREIGN KEY (school_id, student_id, college_id) REFERENCES students(school_id, id, college_id) ON UPDATE CASCADE${more}`,
})
/** Those that each place keeps for itself: the coordinator does not know them, so they stand here. */
export const KEPT_BESIDE: readonly ForeignKey[] = [
  ofCollegeOfStudent('agreements'),
  {
    ...{ name: 'applications_with_an_own_resume', of: 'applications', to: 'resume_snapshots' },
    definition:
      'FOREIGN KEY (school_id, student_id, resume_id) REFERENCES resume_snapshots(school_id, student_id, id) ON DELETE SET NULL (resume_id)',
  },
  ofCollegeOfStudent('corrections', ' ON DELETE CASCADE'),
  ofCollegeOfStudent('destinations'),
  ofCollegeOfStudent('dissolutions'),
  {
    ...{ name: 'posts_of_the_verified', of: 'posts', to: 'admissions' },
    definition:
      'FOREIGN KEY (school_id, employer_id, verified_until) REFERENCES admissions(school_id, employer_id, verify_due) ON UPDATE CASCADE',
  },
  ofCollegeOfStudent('recommendations', ' ON DELETE CASCADE'),
]

/**
 * Who keeps a foreign key on a cluster: Citus, as one PostgreSQL does; each place for itself (`beside`), where Citus has no words for what is to
 * follow a change; or the program alone, between places.
 */
export function keeperOf(
  { of, to, definition }: ForeignKey,
  places: ReadonlyMap<string, Place>,
): 'citus' | 'beside' | 'program' {
  const [from, into] = [places.get(of), places.get(to)]
  if (into === 'everywhere' || (from === 'here' && into === 'here')) return 'citus'
  const isOfOneSchool =
    from === 'by-school' && into === 'by-school' && definition.startsWith('FOREIGN KEY (school_id,')
  if (!isOfOneSchool) return 'program'
  return / ON UPDATE | ON DELETE SET /.test(definition) ? 'beside' : 'citus'
}

/** One thing to do, and what it is called. */
type Step = { readonly says: string; readonly statement: string }

const offOf = ({ of, name }: ForeignKey): Step => ({
  says: `${of}: ${name} off`,
  statement: `alter table ${of} drop constraint ${name}`,
})
const onOf = ({ of, name, definition }: ForeignKey): Step => ({
  says: `${of}: ${name} on`,
  statement: `alter table ${of} add constraint ${name} ${definition}`,
})
/** Outside of the transaction that lays out: each place does it by itself, and has to see its tables. */
const besideOf = ({ of, to, name, definition }: ForeignKey): Step => {
  const toShard = definition.replace(` REFERENCES ${to}(`, ' REFERENCES %2$s(')
  return {
    says: `${of}: ${name} on, by each place for itself`,
    statement: `select success as is_done, result from run_command_on_colocated_placements('${of}', '${to}',
      'alter table %1$s drop constraint if exists ${name}, add constraint ${name} ${toShard}')`,
  }
}

/** What is to be done, in this order; nothing where all lies right. */
type Plan = {
  readonly together: readonly Step[]
  readonly after: readonly Step[]
  readonly byProgram: readonly ForeignKey[]
}

async function plan(db: Db): Promise<Plan> {
  const places = await findPlaces(db)
  const { rows: lying } = await sql<{ name: string }>`
    select c.relname as name from pg_dist_partition p join pg_class c on c.oid = p.logicalrelid`.execute(db)
  const lies = new Set(lying.map(({ name }) => name))
  const ofPlace = (place: Place) => [...places.keys()].filter((table) => places.get(table) === place)
  const [everywhere, bySchool] = [ofPlace('everywhere'), ofPlace('by-school')]
  const isToLay = (table: string) => places.get(table) !== 'here' && !lies.has(table)
  const moving = (await findKeys(db)).filter(({ of, to }) => isToLay(of) || isToLay(to))
  const keptBy = (keeper: ReturnType<typeof keeperOf>) =>
    moving.filter((key) => keeperOf(key, places) === keeper)
  const first = bySchool.find((table) => lies.has(table)) ?? bySchool[0]!
  const { rows: functions } = await sql<{ name: string }>`
    select p.oid::regprocedure::text as name from pg_proc p
    where p.pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      and not exists (select from pg_catalog.pg_dist_object o where o.classid = 'pg_proc'::regclass and o.objid = p.oid)
    order by 1`.execute(db)
  const { rows: roles } = await sql<{ name: string }>`
    select rolname as name from pg_roles where rolname = ${APPLICATION_ROLE} and not rolcanlogin`.execute(db)
  return {
    together: [
      ...moving.map(offOf),
      ...everywhere.filter(isToLay).map((table) => ({
        says: `${table}: everywhere`,
        statement: `select create_reference_table('${table}')`,
      })),
      ...bySchool.filter(isToLay).map((table) => ({
        says: `${table}: by school`,
        statement: `select create_distributed_table('${table}', 'school_id', colocate_with => '${table === first ? 'none' : first}')`,
      })),
      ...keptBy('citus').map(onOf),
      ...functions.map(({ name }) => ({
        says: `${name}: everywhere`,
        statement: `select create_distributed_function('${name}')`,
      })),
      // Citus opens its connections between places as who asks.
      ...roles.map(({ name }) => ({
        says: `${name}: may go from place to place`,
        statement: `alter role ${name} login`,
      })),
    ],
    after: KEPT_BESIDE.map(besideOf),
    byProgram: keptBy('program'),
  }
}

type How = { readonly dryRun: boolean; readonly tell: (said: string) => void }

/**
 * Lays the tables out over the machines of a Citus cluster (12 or later): those that lie right already stay, so that it may be
 * asked again, after an upgrade that brought new ones and after shards were moved. No process may serve meanwhile. Tells each step;
 * on a dry run it does none. Throws OperatorError where the database is no cluster.
 */
export async function layOut(db: Db, { dryRun, tell }: How): Promise<void> {
  const { rows: cluster } = await sql<{ isThere: boolean }>`
    select exists (select from pg_extension where extname = 'citus') as is_there`.execute(db)
  if (!cluster[0]!.isThere)
    throw new OperatorError(
      '这个数据库没有 Citus：请先在各节点装好扩展，并在协调节点登记工作节点（见 docs/scaling.md）。',
      'This database is no Citus cluster: make the extension on every node and add the workers on the coordinator first (docs/scaling.md).',
    )
  const { together, after, byProgram } = await plan(db)
  const taking = async (tx: Db, { says, statement }: Step) => {
    tell(says)
    if (dryRun) return
    const { rows } = await sql.raw<{ isDone?: boolean; result?: string }>(statement).execute(tx)
    const failed = rows.find(({ isDone }) => isDone === false)
    if (failed) throw new Error(`${says}: ${failed.result}`)
  }
  await inTransaction(db, async (tx: Tx) => {
    await sql`set local citus.multi_shard_modify_mode to 'sequential'`.execute(tx)
    // Ours reach nothing beyond the school of the rows that they are told of.
    await sql`set local citus.enable_unsafe_triggers to on`.execute(tx)
    for (const step of together) await taking(tx, step)
  })
  for (const step of after) await taking(db, step)
  for (const { of, name } of byProgram) tell(`${of}: ${name} is kept by the program alone`)
}
