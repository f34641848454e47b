import { type Kysely, sql } from 'kysely'
import { foldText } from '../../../domain/text.ts'

/** So many different texts are folded at once. */
const BATCH = 20_000

/** What is compared and searched, each beside the text that is shown: folded by `domain/text.ts`, by the writer of its table. */
const FOLDED = [
  { table: 'students', column: 'name_folded', of: 'name' },
  { table: 'employers', column: 'name_folded', of: 'name' },
  { table: 'agreements', column: 'student_folded', of: `snapshot->'student'->>'name'` },
  { table: 'agreements', column: 'employer_folded', of: `snapshot->'employer'->>'name'` },
  { table: 'destinations', column: 'student_folded', of: `snapshot->>'name'` },
  { table: 'destinations', column: 'headline_folded', of: 'headline' },
] as const

async function foldRows(db: Kysely<unknown>, [table, column, of]: readonly [string, string, string]) {
  const [into, from, text] = [sql.id(column), sql.table(table), sql.raw(of)]
  for (;;) {
    const { rows } = await sql<{ text: string }>`
      select distinct ${text} as text from ${from} where ${into} is null limit ${BATCH}
    `.execute(db)
    if (rows.length === 0) return
    const texts = rows.map((row) => row.text)
    await sql`
      update ${from} as t set ${into} = one.folded
      from unnest(${texts}::text[], ${texts.map(foldText)}::text[]) as one (text, folded)
      where ${text} = one.text and t.${into} is null
    `.execute(db)
  }
}

export const up = async (db: Kysely<unknown>) => {
  for (const { table, column, of } of FOLDED) {
    await sql`alter table ${sql.table(table)} add column ${sql.id(column)} text`.execute(db)
    await foldRows(db, [table, column, of])
    await sql`alter table ${sql.table(table)} alter column ${sql.id(column)} set not null`.execute(db)
  }
  await sql`
    drop index students_by_name;
    create index students_by_name on students (school_id, name_folded text_pattern_ops);
    create index students_by_number on students (school_id, lower(student_number) text_pattern_ops);
    create index agreements_by_student_name on agreements (school_id, student_folded text_pattern_ops);
    create index destinations_by_student_name on destinations (school_id, student_folded text_pattern_ops);

    -- By which document the roster knows a person; the others have no gender or birth date in their number.
    alter table students add column document_type text not null default 'resident_id' check (document_type in
      ('resident_id', 'hk_macao_permit', 'taiwan_permit', 'passport', 'permanent_residence'));
    alter table students alter column document_type drop default
  `.execute(db)
}
