import { type Kysely, sql } from 'kysely'
import { addDays, dayInChina } from '../src/domain/day.ts'
import { NEW_POST, POST_EDUCATIONS, type PostContent } from '../src/domain/post/content.ts'
import { type Sought, searchQuery, searchWords } from '../src/domain/post/search.ts'
import { foldText } from '../src/domain/text.ts'
import type { DB } from '../src/server/db/schema.generated.ts'
import { addUsers } from '../src/server/features/accounts/queries.ts'
import { addEmployers } from '../src/server/features/employers/queries.ts'

const EMPLOYERS = 500
/** Posts were shown over so many days. */
const DAYS = 200
/** In so many parts of all posts the first school has the first. */
const SHARES = 5

/** What is done where: category, industry and major go together, as they do. */
const FIELDS = [
  ['软件', '13', '65', '0809', '负责后端服务的设计与开发，熟悉数据库与分布式系统，参与代码评审。'],
  ['会计', '05', '69', '1202', '负责日常账务处理、纳税申报与财务报表，协助年度审计与预算编制。'],
  ['机械', '20', '34', '0802', '负责产品结构设计与图纸绘制，跟进样机试制、测试和量产导入。'],
  ['土木', '21', '47', '0810', '负责施工现场技术管理、进度控制与资料整理，配合工程验收。'],
  ['英语', '08', '83', '0502', '承担英语课程教学与教研活动，批改作业，与家长沟通学生情况。'],
  ['护理', '10', '84', '1011', '承担病区基础护理与专科护理，执行医嘱，做好健康宣教与记录。'],
  ['市场', '04', '72', '1203', '策划市场活动与品牌推广，维护客户关系，分析竞品与销售数据。'],
  ['电气', '20', '38', '0806', '负责供配电系统设计、设备调试与维护，编制技术方案。'],
] as const
const LEVELS = ['', '高级', '初级', '资深', '储备', '见习']
const ROLES = ['工程师', '专员', '主管', '助理', '顾问', '教师', '技术员', '经理', '测试工程师', '项目负责人']
const REGIONS = [
  '420106',
  '420111',
  '110108',
  '310115',
  '440305',
  '330106',
  '320102',
  '510104',
  '610113',
  '430104',
]
const KINDS = ['full-time', 'full-time', 'full-time', 'internship'] as const

/** The n-th post: what it says depends on n alone. */
function contentOf(n: number, lastDay: string): PostContent {
  const [field, category, , major, described] = FIELDS[n % FIELDS.length]!
  const m = Math.imul(n, 2_654_435_761) >>> 0
  const from = 3_000 + (m % 90) * 200
  return {
    ...NEW_POST,
    title: `${LEVELS[m % LEVELS.length]}${field}${ROLES[(m >>> 4) % ROLES.length]}（${(n % 997) + 1} 组）`,
    category,
    work: KINDS[m % KINDS.length]!,
    headcount: (m % 20) + 1,
    pay: { from, to: from + 3_000, months: 12 },
    regions: [REGIONS[(m >>> 8) % REGIONS.length]!],
    education: POST_EDUCATIONS[(m >>> 12) % POST_EDUCATIONS.length]!,
    majors: m % 3 === 0 ? [] : [major],
    description: `<p>${described}${described}要求有责任心，善于沟通，能适应第 ${n % 89} 事业部的工作节奏。</p>`,
    benefits: '五险一金 带薪年假 定期体检',
    contact: { name: '李老师', phone: '027-81234567', email: 'hr@example.com', shown: true },
    lastDay,
  }
}

/** Posts that say something of their own; the rest are these again, of the same employers, at other schools and times. */
const VARIETIES = 9 * 8 * 997
/** What each of them is. */
type Variety = { readonly content: PostContent; readonly words: readonly string[]; readonly employer: string }
const AT_ONCE = 2_000

async function keepVarieties(db: Kysely<DB>, of: (n: number) => Variety, many: number) {
  await sql`create unlogged table bench_varieties (n integer primary key, employer uuid, content jsonb, title text, words text[])`.execute(
    db,
  )
  for (let first = 0; first < many; first += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, many - first) }, (_, one) => {
      const { content, ...rest } = of(first + one)
      return { n: first + one, content, title: foldText(content.title), ...rest }
    })
    await sql`
      insert into bench_varieties select * from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as x (n integer, employer uuid, content jsonb, title text, words text[])`.execute(
      db,
    )
  }
}

/** Posts that are written before it is said how far it is. */
const A_STEP = 100_000
/** Not unique, so that a table can do without them while it is filled. */
const secondaryIndexes = async (db: Kysely<DB>) =>
  (
    await sql<{ name: string; def: string }>`
      select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as def from pg_index
      where indrelid in ('posts'::regclass, 'own_posts'::regclass) and not indisunique`.execute(db)
  ).rows

/**
 * So many posts that are open at `at`, of 500 employers, at these schools; of all a fifth is at the first school, the rest at the
 * others alike. Rows are right by how they are made: foreign keys are not asked for each, and indexes are built once they are there,
 * as after a restored backup. `db` has one connection, its superuser's, on which that is set.
 */
export async function addPosts(
  db: Kysely<DB>,
  { schools, posts, at }: { readonly schools: readonly string[]; readonly posts: number; readonly at: Date },
  tell: (done: string) => void,
) {
  const codes = Array.from({ length: EMPLOYERS }, (_, n) => `9142${String(n).padStart(14, '0')}`)
  const facts = codes.map((creditCode, n) => ({
    creditCode,
    name: `${['长江', '东湖', '光谷', '珞珈', '江汉'][n % 5]}${FIELDS[n % FIELDS.length]![0]}第${n}有限公司`,
    profile: { industry: FIELDS[n % FIELDS.length]![2], nature: ['10', '31', '39'][n % 3]! },
  }))
  const ids = await addEmployers(db, facts)
  const verifiedUntil = addDays(dayInChina(at), 180)
  await sql`
    insert into admissions (school_id, employer_id, status, admitted_at, verify_due)
    select s.id, e.id, 'approved', ${at}, ${verifiedUntil} from unnest(${schools}::text[]) s (id) cross join unnest(${ids}::uuid[]) e (id)`.execute(
    db,
  )
  const [writer] = await addUsers(db, [
    { portal: 'employer', employerId: ids[0]!, login: 'bench-writer', name: '测量' },
  ])
  const lastDay = addDays(dayInChina(at), 60)
  const varietyOf = (n: number): Variety => {
    const { name, profile } = facts[n % EMPLOYERS]!
    const content = contentOf(n, lastDay)
    const words = searchWords({ content, employer: name, ...profile, schoolId: '' })
    return { content, employer: ids[n % EMPLOYERS]!, words }
  }
  const many = Math.min(VARIETIES, posts)
  await keepVarieties(db, varietyOf, many)
  tell(`${many} kinds of posts`)

  const indexes = await secondaryIndexes(db)
  for (const { name } of indexes) await sql`drop index ${sql.ref(name)}`.execute(db)
  await sql`set session_replication_role = replica`.execute(db)
  await sql`set maintenance_work_mem = '1GB'`.execute(db)
  for (let first = 0; first < posts; first += A_STEP) {
    // Numbered one after the other, as the application's own ids are; shown on the days before, in no order.
    await sql`
      with x as (
        select lpad(to_hex(g.n), 32, '0')::uuid as id, lpad(to_hex(g.n), 8, '0') as short, v.*,
          case when g.n % ${SHARES}::integer = 0 then (${schools}::text[])[1]
            else (${schools}::text[])[g.n / ${SHARES}::integer % ${schools.length - 1}::integer + 2] end as school,
          ${at}::timestamptz - make_interval(mins => (g.n::bigint * 40503 % ${DAYS * 24 * 60}::integer)::integer) as shown
        from generate_series(${first}::integer, ${Math.min(first + A_STEP, posts) - 1}::integer) g (n)
          join bench_varieties v on v.n = g.n % ${many}::integer),
      own as (insert into own_posts (id, employer_id, status, content, title_folded, changed_at, changed_by)
        select id, employer, 'sent', content, title, ${at}, ${writer} from x)
      insert into posts (school_id, id, employer_id, short_id, status, content, title_folded, last_day, submitted_at, waiting_since,
        published_at, shown_from, verified_until, words, pay_from)
      select school, id, employer, short, 'published', content, title, ${lastDay}, shown, shown, shown, shown, ${verifiedUntil},
        array_to_tsvector(array(select school || word from unnest(words) word)), (content->'pay'->>'from')::integer
      from x`.execute(db)
    tell(`${Math.min(first + A_STEP, posts)} posts`)
  }
  await sql`set session_replication_role = origin`.execute(db)
  for (const { name, def } of indexes) {
    await sql`${sql.raw(def)}`.execute(db)
    tell(name)
  }
  await sql`drop table bench_varieties`.execute(db)
  await sql`vacuum (analyze) posts, own_posts`.execute(db)
}

const NOTHING: Sought = {
  q: '',
  region: '',
  category: '',
  industry: '',
  nature: '',
  kind: null,
  education: null,
  major: '',
  pay: null,
}
/** What students seek: a field, a place, or both. */
const soughtBy = (n: number): Sought => ({
  ...NOTHING,
  q: n % 3 === 0 ? '' : FIELDS[n % FIELDS.length]![0],
  region: n % 2 === 0 ? REGIONS[n % REGIONS.length]! : '',
  kind: n % 6 === 3 ? 'internship' : null,
})

/** So many saved searches of the students that are there, five of each, all due at `at`; none has been told of anything. */
export async function addSearches(db: Kysely<DB>, searches: number, at: Date) {
  await sql`truncate saved_searches, notifications cascade`.execute(db)
  await sql`
    insert into users (id, portal, school_id, student_id, login, login_key, name)
    select gen_random_uuid(), 'student', school_id, id, student_number, school_id || ':' || student_number, name from students
    on conflict do nothing`.execute(db)
  const kinds = Array.from({ length: 240 }, (_, n) => {
    const sought = soughtBy(n)
    return { n, sought, words: searchQuery('', sought, 'anywhere') }
  }).filter(({ words }) => words !== '')
  await sql`
    insert into saved_searches (school_id, id, student_id, name, sought, words, saved_at, looked_at, digest, digest_at)
    select st.school_id, gen_random_uuid(), st.id, '搜索' || one, k.sought,
      replace(k.words, ''':', '''' || st.school_id || ':')::tsquery, ${at}::timestamptz - interval '1 day',
      ${at}::timestamptz - interval '1 day', 'daily', ${at}
    from (select *, row_number() over () as turn from students limit ${Math.ceil(searches / 5)}) st
    cross join generate_series(1, 5) one
    join (select row_number() over () as at, k.* from jsonb_to_recordset(${JSON.stringify(kinds)}::jsonb) as k (n integer, sought jsonb, words text)) k
      on k.at = (st.turn * 7 + one) % ${kinds.length} + 1`.execute(db)
  await sql`vacuum (analyze) saved_searches, users`.execute(db)
}
