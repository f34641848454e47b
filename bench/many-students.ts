import { type Kysely, sql } from 'kysely'
import { keptRulesOf } from '../src/domain/dissolution/asking.ts'
import { DEFAULT_SETTINGS } from '../src/domain/settings.ts'
import { connect } from '../src/server/db/database.ts'
import type { DB } from '../src/server/db/schema.generated.ts'
import { sampleTerms } from '../src/server/demo/terms.ts'
import { addUsers } from '../src/server/features/accounts/queries.ts'
import { openSession } from '../src/server/features/accounts/sessions.ts'
import { agreeForAll } from '../src/server/features/privacy/consents.ts'
import { addSchool } from '../src/server/features/schools/queries.ts'
import type { Secrets } from '../src/server/services/secrets.ts'

export const SCHOOLS = 50
const COLLEGES = 12
/** Of every so many students one has none. */
const AGREED = 3
/** Where work is, of one in eight in the west (`listTagged`). */
const PLACES = ['420106', '110101', '440305', '310106', '420111', '330106', '320102', '510104']

const ownId = (school: string) => `00000000-0000-4000-8000-0000000${school}`
/** A yes-or-no field of the school's own, answered by one student in fifty. */
export const ownKey = (school: string) => `own:${ownId(school)}`

export type Desk = { readonly school: string; readonly token: string }

/** A reviewer of each of so many schools, signed in, whose rosters have so many students together, two in three of them with an agreement. */
export async function gatherStudents(
  url: string,
  secrets: Secrets,
  students: number,
  at: Date,
  { schools = SCHOOLS, first = 0 }: { readonly schools?: number; readonly first?: number } = {},
): Promise<Desk[]> {
  const db = connect({ url, poolSize: 2 })
  try {
    const desks: Desk[] = []
    for (let n = first; n < first + schools; n++) {
      const school = String(20_000 + n)
      await addDesk(db, school)
      await addRoster(db, school, secrets, Math.round(students / schools), at)
      const user = await db
        .selectFrom('users')
        .where('schoolId', '=', school)
        .select('id')
        .executeTakeFirstOrThrow()
      await agreeForAll(db, at)
      desks.push({
        school,
        token: await openSession(db, user.id, { ip: '127.0.0.1', userAgent: 'bench' }, at),
      })
    }
    // As autovacuum would have, had they come slowly.
    await sql`vacuum (analyze)`.execute(db)
    return desks
  } finally {
    await db.destroy()
  }
}

async function addDesk(db: Kysely<DB>, code: string) {
  const words = { name: `大学${code}`, nameEn: `University ${code}`, notice: '', noticeEn: '' }
  const colleges = Array.from({ length: COLLEGES }, (_, n) => ({
    id: String(n + 1).padStart(2, '0'),
    name: `学院${n + 1}`,
  }))
  await addSchool(db, { code, ...words, settings: DEFAULT_SETTINGS, colleges })
  await sql`insert into own_field_lists (school_id, list, version) values (${code}, 'roster', 1)`.execute(db)
  await sql`
    insert into own_fields (school_id, list, position, id, name, name_key, name_en, synonyms, takes, required, seen_by, filled_by, categories, is_ended)
    values (${code}, 'roster', 1, ${ownId(code)}, '住校', '住校', 'Lives in', '{}', '{"kind": "yes-no"}', false, 'school', 'staff', '{}', false)
  `.execute(db)
  await addUsers(db, [
    { portal: 'school', schoolId: code, staffRole: 'school_reviewer', login: 'reviewer', name: '审核' },
  ])
}

/** All of a school in a few statements; one document for all, for none is opened but a file's. */
async function addRoster(db: Kysely<DB>, school: string, secrets: Secrets, students: number, at: Date) {
  const document = secrets.seal('420111200401010015')
  const terms = JSON.stringify(sampleTerms('2027-07-10'))
  const rules = JSON.stringify(keptRulesOf(DEFAULT_SETTINGS))
  await sql`
    insert into students (school_id, id, college_id, student_number, short_code, name, name_folded, gender, id_number_cipher,
      id_number_index, phone_cipher, education_level, major_code, major_name, class_name, graduation_year, document_type, verified_at, own_values)
    select ${school}, gen_random_uuid(), lpad((n % ${COLLEGES} + 1)::text, 2, '0'), '2023' || lpad(n::text, 8, '0'),
      'B' || lpad(n::text, 7, '0'), name, name, '1', ${document}, sha256(convert_to(${school} || n, 'UTF8')), ${document}, '31',
      '0809' || lpad((n % 60)::text, 2, '0'), '专业' || n % 60, '专业' || n % 60 || '班' || n % 700, 2024 + n % 4, 'resident_id',
      case when n % 2 = 0 then ${at}::timestamptz end, case when n % 50 = 0 then jsonb_build_object(${ownKey(school)}::text, 'yes') else '{}' end
    from (select n, substr('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗', n % 20 + 1, 1)
      || substr('子涵雨桐浩然思远佳怡文博晓雯宇轩若曦明哲', n / 20 % 20 + 1, 2) as name
      from generate_series(1, ${students}::integer) n) made
  `.execute(db)
  await sql`
    insert into agreements (school_id, id, number, kind, student_id, college_id, status, levels, level, terms, terms_hash, waiting_for,
      waiting_since, snapshot, student_version, formed_at, effective_at, signed_on, student_folded, employer_folded, dissolution_rules)
    select school_id, gen_random_uuid(), '22026' || school_id || lpad(n::text, 6, '0'), 'paper', id, college_id,
      case when n % 2 = 0 then 'effective' else 'in_review' end, '{school}', 0, jsonb_set(${terms}::jsonb, '{regionCode}', to_jsonb((${PLACES}::text[])[n % ${PLACES.length} + 1])), '', case when n % 2 = 1 then 'school' end,
      ${at}, jsonb_build_object('student', jsonb_build_object('name', name, 'studentNumber', student_number, 'college', '学院', 'major', major_name),
        'employer', jsonb_build_object('name', '单位' || n % 900, 'creditCode', '')), 1, ${at},
      case when n % 2 = 0 then ${at}::timestamptz end, ${at}::date, name_folded, '单位' || n % 900, ${rules}::jsonb
    from (select *, row_number() over (order by student_number) as n from students where school_id = ${school}) st
    where n % ${AGREED} > 0
  `.execute(db)
  await sql`
    insert into placements (school_id, student_id, kind, holder, agreement_id, taken_at)
    select school_id, student_id, 'paper', snapshot->'employer'->>'name', id, formed_at from agreements where school_id = ${school}
  `.execute(db)
  await sql`
    insert into journal (school_id, subject, seq, entry, hash)
    select school_id, 'student:' || id, seq, jsonb_build_object('at', to_char(${at}::timestamptz, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'action', 'student.import-data', 'actor', jsonb_build_object('name', '管理员', 'role', 'administrator'), 'reason', null,
      'from', null, 'to', null, 'data', jsonb_build_object('majorName.before', '专业', 'majorName.after', major_name)), ''
    from students cross join generate_series(1, 3) seq where school_id = ${school}
  `.execute(db)
}
